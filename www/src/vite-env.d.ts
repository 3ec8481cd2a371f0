// Types of Vite's import queries.
/// <reference types="vite/client" />
