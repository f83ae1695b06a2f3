/** Whether the reader has once said to know what this is; of this machine, because the browser around it may differ. */
import { api } from "../api.js";

const KEY = "welcomed";

export const isWelcomed = async () => (await api.storage.local.get(KEY))[KEY] === true;

export const setWelcomed = () => api.storage.local.set({ [KEY]: true });
