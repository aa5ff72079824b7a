/** What an id of ours looks like in a button: anything else was not sent by us. */
export const ID = /^[A-Za-z0-9_-]{1,64}$/;
