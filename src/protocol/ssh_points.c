/* SPDX-License-Identifier: Apache-2.0 */
/* What was learned on the way, in the words of the common row of all protocols (protocol/app.h). */
#include "protocol/ssh_session.h"
#include "sys/host.h"

#include <string.h>

enum { TEXT_SIZE = 600, KEYS_SHOWN = 3 };

/* ~ for the home directory, as people write it. */
static void put_file(struct buf *b, const char *file)
{
	const char *home = sys_env("HOME");
	size_t n = home != NULL ? strlen(home) : 0;

	if (n > 1 && strncmp(file, home, n) == 0 && file[n] == '/') {
		buf_putc(b, '~');
		file += n;
	}
	buf_puts(b, file);
}

static void put_host_key(const struct ssh_session *s)
{
	static const char *const words[] = {
		[SSH_HOST_KNOWN] = "known",
		[SSH_HOST_UNKNOWN] = "in no known_hosts file",
		[SSH_HOST_CHANGED] = "not the known one",
		[SSH_HOST_REVOKED] = "revoked",
	};
	const struct ev_ssh *ev = s->ev;
	char text[TEXT_SIZE];
	struct buf b;

	if (!ev->has.host_key || !ev->has.key_type || !ev->has.fingerprint) {
		return;
	}
	buf_init(&b, text, sizeof(text));
	buf_puts(&b, ev->key_type);
	buf_putc(&b, ' ');
	buf_puts(&b, ev->fingerprint);
	buf_puts(&b, ", ");
	buf_puts(&b, words[ev->host_key]);
	if (ev->has.known_file && ev->has.known_line) {
		buf_puts(&b, " (");
		put_file(&b, ev->known_file);
		buf_puts(&b, " line ");
		buf_int(&b, ev->known_line);
		if (ev->host_key == SSH_HOST_CHANGED && ev->has.known_fingerprint) {
			buf_puts(&b, ": ");
			buf_puts(&b, ev->known_fingerprint);
		}
		buf_putc(&b, ')');
	}
	app_point(s->r, "host key", text, b.len);
}

static void put_names(const struct ssh_session *s, const char *label, const struct ev_list *names)
{
	char text[TEXT_SIZE];
	struct buf b;

	buf_init(&b, text, sizeof(text));
	list_each(ssh_name, name, names) {
		if (name->has.name) {
			buf_puts(&b, b.len > 0 ? ", " : "");
			buf_puts(&b, name->name);
		}
	}
	app_point(s->r, label, text, b.len);
}

static void put_key(const struct ssh_session *s, const struct ev_ssh_identity *key)
{
	static const char *const words[] = {
		[SSH_KEY_ACCEPTED] = "accepted",
		[SSH_KEY_REFUSED] = "refused",
		[SSH_KEY_MISSING] = "not there",
		[SSH_KEY_UNREADABLE] = "may not be read",
		[SSH_KEY_TOO_OPEN] = "may be read by others, ssh ignores it",
		[SSH_KEY_BROKEN] = "no private key that can be read",
		[SSH_KEY_PASSPHRASE] = "ssh would ask for its passphrase",
		[SSH_KEY_UNSIGNED] = "did not sign",
		[SSH_KEY_NOT_ALLOWED] = "its type is not allowed",
		[SSH_KEY_UNTRIED] = "not offered",
	};
	char text[TEXT_SIZE];
	struct buf b;

	buf_init(&b, text, sizeof(text));
	put_file(&b, key->has.file ? key->file : "?");
	if (key->has.in_agent && key->in_agent) {
		buf_puts(&b, " (agent)");
	}
	if (key->has.fingerprint) {
		buf_putc(&b, ' ');
		buf_puts(&b, key->fingerprint);
	}
	buf_puts(&b, ": ");
	buf_puts(&b, key->has.end ? words[key->end] : "?");
	if (key->has.wanted && key->wanted && key->has.end && key->end != SSH_KEY_ACCEPTED) {
		buf_puts(&b, "; the server would take it");
	}
	app_point(s->r, "key", text, b.len);
}

/* The key that opened the door, or the first few of those that did not. */
static void put_keys(const struct ssh_session *s)
{
	bool in = s->app != NULL && s->app->has.end && s->app->end == APP_READY;
	char text[40];
	struct buf b;
	int left = 0;
	int n = 0;

	list_each(ssh_identity, key, &s->ev->keys) {
		bool opened = key->has.end && key->end == SSH_KEY_ACCEPTED;

		if (in ? opened : n < KEYS_SHOWN) {
			put_key(s, key);
			n++;
		} else {
			left++;
		}
	}
	if (left > 0 && !in) {
		buf_init(&b, text, sizeof(text));
		buf_int(&b, left);
		app_point(s->r, "further keys", text, b.len);
	}
	if (n == 0 && left == 0 && !in) {
		app_point(s->r, "keys", "none on this side", 17);
	}
}

/* What a client would do is known less well where its program could not be asked. */
static void put_settings(const struct ssh_session *s)
{
	static const char words[] = "no ssh program was asked; its files were read in part";
	const struct ev_ssh_client *c = s->r->run->e->ssh_client;

	if (c != NULL && c->has.asked && !c->asked && !c->has.error) {
		app_point(s->r, "settings", words, sizeof(words) - 1);
	}
}

void ssh_points_put(const struct ssh_session *s)
{
	const struct ev_ssh *ev = s->ev;

	if (ev == NULL) {
		return;
	}
	put_settings(s);
	if (ev->has.lacks && ev->has.ours && ev->has.theirs) {
		put_names(s, "the server offers", &ev->theirs);
		put_names(s, "this host's ssh offers", &ev->ours);
	}
	put_host_key(s);
	if (ev->has.methods && s->app != NULL && s->app->has.end && s->app->end != APP_READY) {
		app_point(s->r, "it allows", ev->methods, strlen(ev->methods));
	}
	if (ev->has.keys && s->app != NULL && s->app->has.user) {
		put_keys(s);
	}
}
