import './studio.css';
import { mount } from 'svelte';
import { themeSheet } from '../figures/style.ts';
import { Client } from './api/client.ts';
import App from './App.svelte';
import { open } from './opening.ts';
import { StudioState } from './state.svelte.ts';

const sheet = document.createElement('style');
sheet.textContent = themeSheet();
document.head.prepend(sheet);

const state = new StudioState(Client.ofPage(document));
const place = document.getElementById('studio')!;
place.replaceChildren();
mount(App, { target: place, props: { state } });
void open(state, location.hash);
