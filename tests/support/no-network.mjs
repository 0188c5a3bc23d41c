// Preloaded into a process that must not use the network: every way out throws, and says so on standard error.
import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';

const refuse = (what) => () => {
	process.stderr.write(`NETWORK USED: ${what}\n`);
	throw new Error(`network used: ${what}`);
};

globalThis.fetch = refuse('fetch');
globalThis.WebSocket = refuse('WebSocket');
net.Socket.prototype.connect = refuse('a socket');
net.connect = net.createConnection = refuse('net.connect');
tls.connect = refuse('tls.connect');
http.request = http.get = refuse('http.request');
https.request = https.get = refuse('https.request');
dns.lookup = dns.resolve = refuse('dns');
