/** Ways out of a folder, as an address may write them; each leads to `target` where a server follows it. */
export const waysOut = (target: string): readonly string[] => {
	const ups = ['..', '%2e%2e', '%2E.', '.%2e', '%252e%252e', '..;', '%c0%ae%c0%ae', '%u002e%u002e', '．．', '..%00'];
	const separators = ['/', '%2f', '%5c', '\\', '%252f', '//', '/./', ';/', '%c0%af'];
	const starts = ['/', '/assets/', '//', '/assets%2f'];
	return starts.flatMap((start) =>
		ups.flatMap((up) => separators.map((separator) => `${start}${up}${separator}${start.length > 2 ? `${up}${separator}` : ''}${target}`)),
	);
};

/** Addresses that a page might be sent to, none of them the app's own. `host`: the app's. */
export const foreignAddresses = (host: string): readonly string[] => {
	const hosts = [
		'evil.example',
		`${host}.evil.example`,
		`evil-${host}`,
		`${host}@evil.example`,
		`${host}:pass@evil.example`,
		`${host}%2eevil.example`,
		`evil.example#${host}`,
		`evil.example\\@${host}`,
		'127.0.0.1',
		'127.0.0.1:9229',
		'localhost',
		'[::1]',
		'0x7f000001',
		'169.254.169.254',
		'10.0.0.1',
	];
	const schemes = ['https://', 'http://', 'ws://', 'ftp://'];
	return [
		...schemes.flatMap((scheme) => hosts.map((name) => `${scheme}${name}/`)),
		'file:///etc/passwd',
		'file://server/share',
		'about:blank',
		'about:srcdoc',
		'javascript:alert(1)',
		'data:text/html,<script>1</script>',
		'blob:https://evil.example/1',
		'chrome://settings',
		'devtools://devtools/bundled/inspector.html',
		'view-source:https://evil.example/',
		'ms-settings:privacy',
		'smb://server/share',
		'mailto:somebody@evil.example',
		'//evil.example/',
	];
};
