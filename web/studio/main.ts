import './studio.css';
import { mount } from 'svelte';
import { themeSheet } from '../figures/style.ts';
import { Client } from './api/client.ts';
import App from './App.svelte';
import { StudioState } from './state.svelte.ts';

const sheet = document.createElement('style');
sheet.textContent = themeSheet();
document.head.prepend(sheet);

const state = new StudioState(Client.ofPage(document));
mount(App, { target: document.getElementById('studio')!, props: { state } });
void state.start(location.hash);
