/* SPDX-License-Identifier: Apache-2.0 */
/* MySQL and MariaDB: the greeting, TLS, the login, and COM_QUIT. Where nobody is named, or with
 * --no-login, the handshake is brought to its end with no name and no password: a server counts a
 * client that hangs up before, and shuts its host out after max_connect_errors of them (measured;
 * performance_schema.host_cache). What it thinks of that login is nobody's fault. */
#include "protocol/app.h"
#include "protocol/mysql_talk.h"
#include "protocol/protocols.h"
#include "protocol/tls.h"
#include "sys/files.h"
#include "wire/spoken.h"

#include <errno.h>
#include <string.h>

enum { AGAIN_US = 1500000 };

#define SET_STRING(r, p, field, text) \
	((text)[0] != '\0' ? SET_TEXT(r, p, field, text, strlen(text)) : (void)0)

static bool is_mariadb(const char *version)
{
	return strstr(version, "MariaDB") != NULL || strncmp(version, "5.5.5-", 6) == 0;
}

/* MariaDB puts "5.5.5-" in front, for replicas of old versions. */
static void note_server(const struct probe_run *r, struct ev_app *app, const char *version)
{
	char text[128];
	struct buf buf;
	bool mariadb = is_mariadb(version);

	buf_init(&buf, text, sizeof(text));
	buf_puts(&buf, mariadb ? "MariaDB " : "MySQL ");
	buf_puts(&buf, strncmp(version, "5.5.5-", 6) == 0 ? version + 6 : version);
	SET_TEXT(r, app, server, buf.text, buf.len);
}

static void note_thread(const struct probe_run *r, uint32_t thread)
{
	char text[16];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	buf_int(&buf, thread);
	app_point(r, "connection id", buf.text, buf.len);
}

/* Whether the client library of this host has a plugin that naze lacks. */
static bool plugin_is_here(const char *plugin)
{
	static const char *const folders[] = {
		"/usr/lib/x86_64-linux-gnu/libmariadb3/plugin/",
		"/usr/lib/aarch64-linux-gnu/libmariadb3/plugin/",
		"/usr/lib/x86_64-linux-gnu/mariadb19/plugin/",
		"/usr/lib64/mariadb/plugin/",
		"/usr/lib64/mysql/plugin/",
		"/usr/lib/mysql/plugin/",
	};

	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		char path[192];
		struct buf buf;

		buf_init(&buf, path, sizeof(path));
		buf_puts(&buf, folders[i]);
		buf_puts(&buf, plugin);
		buf_puts(&buf, ".so");
		if (strchr(plugin, '/') == NULL && !buf.cut &&
		    sys_exists(SYS_ROOT_HOST, path) == 1) {
			return true;
		}
	}
	return false;
}

/* Codes that only say what became of the login with that name. */
static bool about_login(uint16_t code)
{
	static const uint16_t codes[] = {
		1044, 1045, 1049, 1251, 1275, 1524, 1698, 1862, 3118, 4151
	};

	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
		if (codes[i] == code) {
			return true;
		}
	}
	return false;
}

static void note_refusal(const struct probe_run *r, struct ev_app *app, const struct mysql_talk *t)
{
	char text[8];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	buf_int(&buf, t->code);
	SET_TEXT(r, app, code, buf.text, buf.len);
	SET_TEXT(r, app, said, t->said, t->n_said);
}

static void note_stuck(const struct probe_run *r, struct ev_mysql *ev, const struct mysql_talk *t)
{
	static const char withheld[] =
		"it wants the password in plain text, which naze sends over TLS only";
	static const char unknown[] = "this host's client library has that plugin, naze has not";

	SET(ev, plugin_here, t->withheld || plugin_is_here(t->auth.plugin));
	if (t->withheld) {
		app_point(r, "login not finished", withheld, sizeof(withheld) - 1);
	} else if (ev != NULL && ev->plugin_here) {
		app_point(r, "login not finished", unknown, sizeof(unknown) - 1);
	}
}

static bool says_mysql(const struct mysql_talk *t)
{
	bool more = false;

	return (enum spoken)spoken_guess(t->in, t->n_in, SPOKEN_AFTER_NOTHING, &more) ==
	       SPOKEN_MYSQL;
}

/* How it ended, in the words that all protocols share. */
static void note_end(const struct probe_run *r, struct ev_mysql *ev, const struct mysql_talk *t,
                     bool named)
{
	struct ev_app *app = READING(r, app);
	enum app_end end = t->end;

	if (!t->has_end) {
		return; /* in the TLS handshake, whose evidence says how */
	}
	if (end == APP_FOREIGN && (t->greeted || says_mysql(t))) {
		return; /* MySQL, but no packet that it sends: nothing is said of it */
	}
	if (end == APP_FOREIGN) {
		app_foreign(r, t->in, t->n_in, SPOKEN_AFTER_NOTHING);
		return;
	}
	SET(app, step, t->step);
	if (end == APP_STUCK && !t->no_tls && named) {
		note_stuck(r, ev, t);
		end = ev != NULL && ev->has.plugin_here && ev->plugin_here ? APP_ASKS : APP_STUCK;
	}
	if (!named && (end == APP_STUCK || (end == APP_REFUSED && about_login(t->code))) &&
	    !t->no_tls) {
		end = APP_ASKS;
	} else if (end == APP_REFUSED) {
		note_refusal(r, app, t);
	}
	app_end(r, end);
}

static void note(const struct probe_run *r, const struct mysql_talk *t,
                 const struct mysql_settings *s)
{
	struct ev_app *app = READING(r, app);
	struct ev_mysql *ev = READING(r, mysql);
	static const char nobody[] = "not tried: nobody is named to log in as";
	static const char unwanted[] = "not tried: --no-login";

	SET(ev, named, s->named);
	SET(ev, mode, s->mode);
	if (t->greeted) {
		note_server(r, app, t->version);
		note_thread(r, t->thread);
		SET(ev, mariadb, is_mariadb(t->version));
		SET(ev, offers_tls, (t->can & MYSQL_CAN_TLS) != 0);
		SET_STRING(r, ev, plugin, t->auth.plugin);
	}
	if (s->named) {
		SET_STRING(r, app, user, s->user);
		SET_STRING(r, ev, database, s->database);
		SET(app, secret, s->secret[0] != '\0' && !t->untrusted);
		if (s->secret[0] != '\0' && !t->untrusted) {
			app_point(r, "password from", s->secret_from, strlen(s->secret_from));
		}
	} else if (t->greeted && r->run->options->no_login) {
		app_point(r, "login", unwanted, sizeof(unwanted) - 1);
	} else if (t->greeted) {
		app_point(r, "login", nobody, sizeof(nobody) - 1);
	}
	note_end(r, ev, t, s->named);
}

static void choose(const struct probe_run *r, struct mysql_settings *s)
{
	mysql_settings(&r->run->e->target, run_root(r->run), s);
	if (!s->named || r->run->options->no_login) {
		s->named = false;
		explicit_bzero(s->secret, sizeof(s->secret));
		s->user[0] = '\0';
		s->database[0] = '\0';
	}
}

static struct mysql_talk *talk_new(const struct probe_run *r, const struct mysql_settings *s)
{
	struct mysql_talk *t = calloc(1, sizeof(*t));
	const struct tls_module *module = NULL;
	const struct tls_trust *trust = NULL;

	if (t != NULL) {
		t->r = r;
		t->settings = s;
		t->auth.secret = s->secret;
		t->auth.crypto = run_tls(r->run, &module, &trust) == 0 ? module->crypto : NULL;
	}
	return t;
}

/* MariaDB says "access denied" also where an account wants TLS: the same once more, encrypted. */
static int try_tls(const struct probe_run *r, const struct mysql_settings *s)
{
	auto_free struct mysql_talk *t = talk_new(r, s);
	struct ev_mysql *ev = READING(r, mysql);
	int result = t == NULL ? -ENOMEM : 0;

	if (result == 0) {
		t->tls = true;
		t->stream = tls_connect_again(r, 0, loop_now() + AGAIN_US, &result);
	}
	if (t == NULL || t->stream == NULL) {
		return result == -ECANCELED || result == -ETIME ? result : 0;
	}
	result = mysql_talk(t);
	if (result == 0 && t->has_end) {
		SET(ev, over_tls,
		    t->end == APP_READY                             ? RETRY_COMPLETES
		    : t->end == APP_REFUSED && about_login(t->code) ? RETRY_SAME
		                                                    : RETRY_OTHER);
	}
	stream_free(t->stream);
	return result;
}

static bool tls_may_help(const struct probe_run *r, const struct mysql_talk *t,
                         const struct mysql_settings *s)
{
	return s->named && t->has_end && t->end == APP_REFUSED && t->code == 1045 &&
	       !t->auth.secure && (t->can & MYSQL_CAN_TLS) != 0 && !r->run->options->no_extra;
}

static int speak(const struct probe_run *r)
{
	struct mysql_settings s;
	struct mysql_talk *t = NULL;
	int result = 0;

	choose(r, &s);
	(void)app_begin(r);
	t = talk_new(r, &s);
	if (t == NULL) {
		explicit_bzero(&s, sizeof(s));
		return -ENOMEM;
	}
	t->records = true;
	t->stream = r->contact->stream;
	t->auth.secure = r->contact->a->addr.family == ADDR_NONE && !run_proxied(r->run);
	t->tls = s.mode != MYSQL_TLS_DISABLED;
	result = mysql_talk(t);
	if (result == 0 && tls_may_help(r, t, &s)) {
		result = try_tls(r, &s);
	}
	if (result == 0) {
		note(r, t, &s);
	}
	explicit_bzero(&s, sizeof(s));
	free(t);
	return result;
}

/* With nobody's name: what is asked is whether the packets come through. A server that has not
 * greeted yet is left alone: it would count a client that does not wait. */
static int again(const struct probe_run *r, int mss, usec_t until)
{
	const struct ev_app *app = r->contact->a->app;
	struct mysql_settings s = { .named = false };
	auto_free struct mysql_talk *t = NULL;
	int result = 0;

	if (app == NULL || !app->has.greeted || r->contact->a->addr.family == ADDR_NONE) {
		return -ENOENT;
	}
	t = talk_new(r, &s);
	if (t == NULL) {
		return -ENOMEM;
	}
	t->tls = app->has.tls && app->tls;
	t->until = until;
	t->stream = tls_connect_again(r, mss, until, &result);
	if (t->stream == NULL) {
		return result == -ECANCELED || result == -ETIME ? result : RETRY_SAME;
	}
	result = mysql_talk(t);
	stream_free(t->stream);
	return result < 0                                          ? result
	       : t->has_end && t->end != APP_SILENCE && t->greeted ? RETRY_COMPLETES
	                                                           : RETRY_SAME;
}

const struct protocol protocol_mysql = {
	.app = "mysql",
	.again = again,
	.speak = speak,
};
