import { createRoot } from 'react-dom/client';
import './ui/mantine.css';
import './ui/tokens.css';
import { App } from './app.tsx';
import { installApi } from './api.ts';
import { language } from './language.ts';

document.documentElement.lang = language;
installApi();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
