/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of what happens once the stream is open: the server's first words, and how far an
 * address comes as a whole. */
#include "evidence/predicates.h"
#include "evidence/read.h"

#include <string.h>

static const struct scheme_info *scheme(const struct evidence *e)
{
	return &target_schemes[e->target.scheme];
}

static bool app_is(const struct evidence *e, const char *app)
{
	return scheme(e)->app != NULL && strcmp(scheme(e)->app, app) == 0;
}

enum tri wants_tls(const struct evidence *e)
{
	return tri_of(scheme(e)->tls);
}

enum tri wants_http(const struct evidence *e)
{
	return tri_of(e->role != ROLE_PROXY && app_is(e, "http"));
}

enum tri server_speaks_first(const struct evidence *e)
{
	return tri_of(scheme(e)->server_first);
}

/* The main run, whose settings hold for its children: a store's runs stand in one array. */
static const struct evidence *main_run(const struct evidence *e)
{
	return e - e->index;
}

enum tri waited_out(const struct evidence *e, usec_t waited)
{
	const struct evidence *m = main_run(e);
	usec_t timeout = KNOWN(m, setting, timeout) ? m->setting->timeout : 0;

	if (timeout == 0 || waited < 0) {
		return UNKNOWN;
	}
	if (waited >= timeout / 10 * 8) {
		return YES;
	}
	/* A run that ended at its deadline may have spent it on the way to here: what was waited
	 * for a moment then has not been found silent. */
	return both(IS(m, setting, ended, RUN_DEADLINE), tri_of(waited >= timeout / 2));
}

enum tri first_is(const struct attempt *a, enum first_end end)
{
	return IS(a, stream, first, end);
}

enum tri silent_whole_run(const struct attempt *a)
{
	usec_t waited = a->stream != NULL && a->stream->has.waited ? a->stream->waited : -1;

	return THEN(first_is(a, FIRST_SILENCE), waited_out(a->e, waited));
}

/* Bytes that the target's protocol never begins with. */
enum tri speaks_another(const struct attempt *a)
{
	static const struct {
		const char *app;
		enum spoken spoken;
		enum spoken or_this;
	} greetings[] = { { "ssh", SPOKEN_SSH, SPOKEN_SSH },
		          { "mysql", SPOKEN_MYSQL, SPOKEN_MYSQL },
		          { "smtp", SPOKEN_SMTP, SPOKEN_SMTP_OR_FTP },
		          { "imap", SPOKEN_IMAP, SPOKEN_IMAP } };
	enum tri other = tri_of(scheme(a->e)->app != NULL || scheme(a->e)->tls);

	if (first_is(a, FIRST_BYTES) == NO) {
		return NO;
	}
	for (size_t i = 0; i < sizeof(greetings) / sizeof(greetings[0]); i++) {
		if (app_is(a->e, greetings[i].app)) {
			other = not(either(IS(a, stream, spoken, greetings[i].spoken),
			                   IS(a, stream, spoken, greetings[i].or_this)));
		}
	}
	return both(first_is(a, FIRST_BYTES), other);
}

enum tri app_ok(const struct attempt *a)
{
	const struct evidence *e = a->e;

	if (e->role == ROLE_PROXY || e->target.scheme == SCHEME_UNIX) {
		return YES; /* such a run ends with the transport */
	}
	if (wants_http(e) == YES) {
		enum tri elsewhere = either(captive(a), default_site(a));

		return all3(status_within(a, 100, 399), not(elsewhere),
		            not(THEN(leads_to_block(a), made_up(a))));
	}
	if (app_spoken(e) == YES) {
		return both(not(socket_instead(a)),
		            any3(app_end_is(a, APP_READY), app_end_is(a, APP_ASKS),
		                 ssh_login_pending(a)));
	}
	if (wants_tls(e) == YES) {
		return YES; /* tls:// stops after TLS */
	}
	if (server_speaks_first(e) == YES) {
		return both(first_is(a, FIRST_BYTES), not(speaks_another(a)));
	}
	return both(either(first_is(a, FIRST_BYTES), first_is(a, FIRST_SILENCE)),
	            not(speaks_another(a)));
}

enum tri through(const struct attempt *a)
{
	enum tri safe = THEN(connected(a), tls_passed(a));

	return THEN(safe, app_ok(a));
}
