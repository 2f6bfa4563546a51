/* SPDX-License-Identifier: Apache-2.0 */
/* What the user's own ssh would do: `ssh -G` says it, with all of its files; where there is no such
 * program, the files are read as far as they are understood here. */
#include "engine/child.h"
#include "protocol/ssh_session.h"
#include "sys/files.h"
#include "sys/host.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_MAX = 262144, SSH_US = 1500000, FILE_MAX = 131072 };

static const char *home(void)
{
	const char *dir = sys_env("HOME");

	return dir != NULL && dir[0] == '/' ? dir : "/";
}

static void put_token(const struct ssh_session *s, char token, struct buf *ret)
{
	struct sys_host host = { .uid = 0 };

	switch (token) {
	case '%':
		buf_putc(ret, '%');
		break;
	case 'd':
		buf_puts(ret, home());
		break;
	case 'h':
		buf_puts(ret, s->r->run->e->target.host);
		break;
	case 'r':
		buf_puts(ret, s->user);
		break;
	case 'u':
		sys_host(&host);
		buf_puts(ret, host.user);
		break;
	default:
		ret->cut = true; /* a token that is not understood */
		break;
	}
}

bool ssh_client_path(const struct ssh_session *s, struct ssh_span value, struct buf *ret)
{
	size_t i = 0;

	if (value.len >= 2 && value.at[0] == '~' && value.at[1] == '/') {
		buf_puts(ret, home());
		i = 1;
	}
	for (; i < value.len; i++) {
		if (value.at[i] == '%' && i + 1 < value.len) {
			put_token(s, (char)value.at[++i], ret);
		} else {
			buf_putc(ret, (char)value.at[i]);
		}
	}
	return !ret->cut && ret->len > 0 && ret->text[0] == '/';
}

/* The line that says why: warnings come before it. */
static void note_refusal(const struct probe_run *r, struct ev_ssh_client *ev, const char *text)
{
	size_t len = strlen(text);
	size_t from = 0;

	while (len > 0 && (text[len - 1] == '\n' || text[len - 1] == '\r')) {
		len--;
	}
	for (size_t i = 0; i < len; i++) {
		from = text[i] == '\n' ? i + 1 : from;
	}
	SET_TEXT(r, ev, error, text + from, len - from);
}

/* Runs `ssh -G`: its output as the run's own text; -ENOENT without the program, -EINVAL where it
 * refuses its configuration. */
static int ask_program(const struct probe_run *r, struct ev_ssh_client *ev)
{
	const struct target *t = &r->run->e->target;
	auto_child struct sys_child child = SYS_CHILD_NONE;
	struct child_text text = { .bytes = NULL };
	const char *argv[12] = { "ssh", "-G" };
	char port[12];
	struct buf buf;
	int n = 2;
	int result = 0;

	buf_init(&buf, port, sizeof(port));
	buf_int(&buf, t->port);
	if (t->port_given) {
		argv[n++] = "-p";
		argv[n++] = port;
	}
	if (t->user[0] != '\0') {
		argv[n++] = "-l";
		argv[n++] = t->user;
	}
	argv[n++] = "--";
	argv[n] = t->host;
	result = sys_spawn(argv, NULL, SYS_SPAWN_ERRORS, &child);
	result = result == 0
	                 ? child_read(r->run->loop, &child, TEXT_MAX, loop_now() + SSH_US, &text)
	                 : result;
	if (result == 0 && text.status != 0) {
		/* before OpenSSH 6.8 there is no -G: that says nothing of the settings */
		if (strstr(text.bytes, "usage:") == NULL &&
		    strstr(text.bytes, "option --") == NULL) {
			note_refusal(r, ev, text.bytes);
		}
		result = -EINVAL;
	}
	if (result == 0) {
		r->run->own = text.bytes;
	} else {
		free(text.bytes);
	}
	return result;
}

static void add_file(const struct probe_run *r, const char *path, struct buf *ret)
{
	auto_free char *text = malloc(FILE_MAX);
	int n = text != NULL ? sys_read_text(run_root(r->run), path, text, FILE_MAX) : -ENOMEM;

	if (n > 0) {
		(void)ssh_settings_file(
			(struct ssh_span){ .at = (uint8_t *)text, .len = (size_t)n },
			r->run->e->target.host, ret);
	}
}

static int read_files(const struct probe_run *r)
{
	char *text = malloc(TEXT_MAX);
	char path[512];
	struct buf name;
	struct buf buf;

	if (text == NULL) {
		return -ENOMEM;
	}
	buf_init(&buf, text, TEXT_MAX);
	buf_init(&name, path, sizeof(path));
	buf_puts(&name, home());
	buf_puts(&name, "/.ssh/config");
	add_file(r, path, &buf);
	add_file(r, "/etc/ssh/ssh_config", &buf);
	buf_puts(&buf, ssh_settings_default);
	r->run->own = text;
	return 0;
}

static void note_text(const struct probe_run *r, struct ssh_span text, const char *key,
                      const char **ret_text, bool *ret_has)
{
	struct ssh_span value = { .len = 0 };

	if (ssh_settings_get(text, key, &value) && value.len > 0 && !ssh_is(value, "none")) {
		probe_set_text(r, ret_text, ret_has, value.at, value.len);
	}
}

static enum ssh_strict strictness(struct ssh_span text)
{
	static const char key[] = "stricthostkeychecking";

	if (ssh_settings_is(text, key, "true") || ssh_settings_is(text, key, "yes")) {
		return SSH_STRICT_YES;
	}
	if (ssh_settings_is(text, key, "accept-new")) {
		return SSH_STRICT_NEW;
	}
	return ssh_settings_is(text, key, "ask") ? SSH_STRICT_ASK : SSH_STRICT_NO;
}

/* Host name and port as the settings have them: a Host block may be an alias for another. */
static void redirect(const struct probe_run *r, struct ssh_span text, struct ev_ssh_client *ev)
{
	struct target *t = &r->run->e->target;
	struct target *other = NULL;
	struct ssh_span host = { .len = 0 };
	struct ssh_span value = { .len = 0 };
	int64_t port = t->port;
	char name[TARGET_HOST_MAX];
	struct buf buf;

	if (!t->port_given && ssh_settings_get(text, "port", &value)) {
		(void)str_to_int((const char *)value.at, value.len, &port);
	}
	if (!ssh_settings_get(text, "hostname", &host)) {
		host = ssh_span_of(""); /* only a file may lack it */
	}
	buf_init(&buf, name, sizeof(name));
	buf_put(&buf, (const char *)host.at, host.len);
	if (host.len == 0 || buf.cut || strcmp(name, "%h") == 0) {
		buf_init(&buf, name, sizeof(name));
		buf_puts(&buf, t->host);
	}
	if (port < 1 || port > 65535 || (strcmp(name, t->host) == 0 && port == t->port)) {
		return;
	}
	other = calloc(1, sizeof(*other));
	if (other != NULL && target_make(t->scheme, name, (uint16_t)port, t->path, other) == 0) {
		SET_TEXT(r, ev, alias, t->host, strlen(t->host));
		t->literal = other->literal;
		t->addr = other->addr;
		t->port = other->port;
		memcpy(t->host, other->host, sizeof(t->host));
	}
	free(other);
}

/* "ssh ... -W %h:%p HOST" is the older way to write ProxyJump: its last word is the host. */
static bool is_jump_command(struct ssh_span command, struct ssh_span *ret)
{
	struct ssh_span one = { .len = 0 };
	bool forwards = false;
	int n = 0;

	while (ssh_settings_word(&command, &one)) {
		forwards = forwards || ssh_is(one, "-W");
		if (n++ == 0 && !ssh_is(one, "ssh") && !ssh_is(one, "/usr/bin/ssh")) {
			return false;
		}
		*ret = one;
	}
	return forwards && ret->len > 0 && ret->at[0] != '%' && ret->at[0] != '-' && n == 4;
}

/* Words that a shell runs itself, and that begin a command often. */
static bool shell_knows(struct ssh_span word)
{
	static const char *const words[] = { "exec", "cd",   "export", "if",   "for",   "test",
		                             "[",    "eval", "(",      "{",    ".",     "while",
		                             "set",  "true", "exit",   "echo", "umask", "case" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (ssh_is(word, words[i])) {
			return true;
		}
	}
	return memchr(word.at, '=', word.len) != NULL;
}

/* Whether the command's program is there at all; a shell runs it: only a plain word is judged. */
static bool is_missing(struct ssh_span command)
{
	static const char *const places[] = { "",           "/usr/local/sbin/", "/usr/local/bin/",
		                              "/usr/sbin/", "/usr/bin/",        "/sbin/",
		                              "/bin/" };
	struct ssh_span word = { .len = 0 };
	const char *path = sys_env("PATH");
	char file[512];
	struct buf buf;

	if (!ssh_settings_word(&command, &word) || memchr(word.at, '$', word.len) != NULL) {
		return false;
	}
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		buf_init(&buf, file, sizeof(file));
		buf_puts(&buf, places[i]);
		buf_put(&buf, (const char *)word.at, word.len);
		if (buf.cut || (file[0] == '/' && sys_exists(SYS_ROOT_HOST, file) != 0)) {
			return false;
		}
	}
	/* a shell's own word, a place that was not looked at, or a path that is relative */
	return word.at[0] == '/' ||
	       (memchr(word.at, '/', word.len) == NULL && path != NULL && !shell_knows(word));
}

/* Through which host or command ssh goes. */
static void look_at_way(const struct probe_run *r, struct ssh_span text, struct ev_ssh_client *ev)
{
	struct ssh_span command = { .len = 0 };
	struct ssh_span host = { .len = 0 };

	if (ev == NULL || (!ev->has.jump && !ev->has.command)) {
		return;
	}
	r->run->via = true;
	if (!ev->has.jump && ssh_settings_get(text, "proxycommand", &command)) {
		if (is_jump_command(command, &host)) {
			SET_TEXT(r, ev, jump, host.at, host.len);
		} else {
			SET(ev, way, is_missing(command) ? SSH_WAY_NO_PROGRAM : SSH_WAY_NOT_TRIED);
		}
	}
}

int ssh_client_prepare(const struct probe_run *r)
{
	struct ev_ssh_client *ev = READING(r, ssh_client);
	struct ssh_span text = { .len = 0 };
	/* the program of this host knows nothing of another place's files */
	int result = r->run->options->place.files ? -ENOENT : ask_program(r, ev);

	if (result == -ECANCELED || result == -ETIME) {
		return result;
	}
	SET(ev, asked, result == 0);
	if (result != 0) {
		result = read_files(r);
	}
	if (result < 0) {
		return result;
	}
	text = ssh_span_of(r->run->own);
	redirect(r, text, ev);
	if (ev != NULL) {
		note_text(r, text, "proxyjump", &ev->jump, &ev->has.jump);
		note_text(r, text, "proxycommand", &ev->command, &ev->has.command);
	}
	look_at_way(r, text, ev);
	SET(ev, strict, strictness(text));
	SET(ev, only_listed, ssh_settings_is(text, "identitiesonly", "yes"));
	return 0;
}
