import { createRoot } from 'react-dom/client';
import './ui/mantine.css';
import './ui/tokens.css';
import { App } from './app.tsx';
import { installClient } from './client.ts';
import { language } from './language.ts';

document.documentElement.lang = language;
installClient();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
