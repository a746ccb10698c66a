import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import '@uswds/uswds/css/uswds.min.css';
import './styles/index.css';
import { createPortalRouter } from './app/routes.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');
createRoot(root).render(<RouterProvider router={createPortalRouter()} />);
