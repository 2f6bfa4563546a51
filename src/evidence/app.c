/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates that all protocols but HTTP share: how the conversation ended, and in whose words. */
#include "evidence/fields.h"
#include "evidence/predicates.h"
#include "evidence/read.h"

#include <string.h>

enum tri app_spoken(const struct evidence *e)
{
	const char *app = target_schemes[e->target.scheme].app;

	if (app == NULL || e->role == ROLE_PROXY || wants_http(e) == YES) {
		return NO;
	}
	for (int i = 0; i < N_KINDS; i++) {
		if (strcmp(ev_stage_words[ev_kinds[i].stage], app) == 0) {
			return YES;
		}
	}
	return NO;
}

enum tri app_end_is(const struct attempt *a, enum app_end end)
{
	return IS(a, app, end, end);
}

enum tri app_step_is(const struct attempt *a, enum app_step step)
{
	return IS(a, app, step, step);
}

enum tri app_code_is(const struct attempt *a, const char *code)
{
	if (app_end_is(a, APP_REFUSED) == NO) {
		return NO;
	}
	return KNOWN(a, app, code) ? tri_of(strcmp(a->app->code, code) == 0) : UNKNOWN;
}

enum tri app_says(const struct attempt *a, const char *word)
{
	return KNOWN(a, app, said) ? tri_of(text_has(a->app->said, word)) : UNKNOWN;
}

enum tri app_silent_whole_run(const struct attempt *a)
{
	usec_t waited = a->app != NULL && a->app->has.waited ? a->app->waited : 0;

	return THEN(app_end_is(a, APP_SILENCE), waited_out(a->e, waited));
}

/* The port is mute in the target's protocol and speaks another. */
enum tri app_another_speaks(const struct attempt *a)
{
	enum tri mute = both(app_end_is(a, APP_SILENCE), app_step_is(a, APP_GREETING));

	return THEN(mute, not(IS(a, app_retry, speaks, SPOKEN_UNKNOWN)));
}

/* A server that was slow once may answer the next client at once, whatever its packets. */
enum tri app_small_mss_helps(const struct attempt *a)
{
	enum tri small = IS(a, app_retry, small_mss, RETRY_COMPLETES);

	return THEN(small, not(IS(a, app_retry, again, RETRY_COMPLETES)));
}

enum tri app_began_tls(const struct attempt *a)
{
	return THEN(app_spoken(a->e), SAYS(a, app, tls));
}

enum tri certificate_counts(const struct attempt *a)
{
	return either(wants_tls(a->e), THEN(app_began_tls(a), SAYS(a, app, checks)));
}
