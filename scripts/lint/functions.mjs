/** One form for functions: a constant. What cannot be an arrow (a generator, an overload, an assertion) stays a declaration. */
const arrowsOnly = {
	create: (context) => ({
		FunctionDeclaration: (node) => {
			const needsDeclaration = node.generator || node.returnType?.typeAnnotation?.asserts;
			if (!needsDeclaration) context.report({ node, message: 'Write this function as a constant: `const name = (…) => …`.' });
		},
	}),
};

const plugin = { meta: { name: 'house' }, rules: { 'arrows-only': arrowsOnly } };
export default plugin;
