/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of PostgreSQL's answers. A SQLSTATE (manual, appendix A) stays the same in all
 * languages; where one stands for several things the words tell them apart. Poolers have codes of
 * their own, mostly 08P01, for what the server itself would say with another. */
#include "evidence/predicates.h"
#include "evidence/read.h"

#include <string.h>

enum tri wants_postgres(const struct evidence *e)
{
	const char *app = target_schemes[e->target.scheme].app;

	return tri_of(e->role != ROLE_PROXY && app != NULL && strcmp(app, "postgres") == 0);
}

static enum tri refused_with(const struct attempt *a, const char *word)
{
	return THEN(app_end_is(a, APP_REFUSED), app_says(a, word));
}

/* ERRCODE_INVALID_AUTHORIZATION_SPECIFICATION, or a pooler's word for anything. */
static enum tri not_authorised(const struct attempt *a)
{
	return either(app_code_is(a, "28000"), app_code_is(a, "08P01"));
}

enum tri pg_lacks_tls(const struct attempt *a)
{
	return both(app_end_is(a, APP_STUCK),
	            THEN(app_step_is(a, APP_ENCRYPTION), IS(a, postgres, ssl, PG_TLS_REFUSED)));
}

/* The name of the file is not translated. */
enum tri pg_by_rules(const struct attempt *a)
{
	return THEN(app_code_is(a, "28000"), app_says(a, "pg_hba.conf"));
}

/* Its rules refuse without TLS and let in with it, or a front says so in words: PgBouncer, Neon,
 * Azure. */
enum tri pg_wants_tls(const struct attempt *a)
{
	enum tri plain = not(SAYS(a, app, tls));
	enum tri rules = THEN(pg_by_rules(a), IS(a, postgres_retry, with_tls, PG_WAY_LET_IN));
	enum tri named = either(app_says(a, "SSL"), app_says(a, "TLS"));
	enum tri words = both(named, either(app_says(a, "required"), app_says(a, "requires")));
	enum tri says = both(not(pg_by_rules(a)), either(words, app_says(a, "sslmode=require")));

	return THEN(both(app_end_is(a, APP_REFUSED), plain), either(rules, says));
}

enum tri pg_wants_certificate(const struct attempt *a)
{
	return THEN(app_code_is(a, "28000"),
	            both(app_says(a, "client certificate"), not(SAYS(a, postgres, certificate))));
}

enum tri pg_full(const struct attempt *a)
{
	return either(app_code_is(a, "53300"),
	              any3(refused_with(a, "no more connections allowed"),
	                   refused_with(a, "max client connections"),
	                   refused_with(a, "remaining connection slots are reserved")));
}

/* cannot_connect_now, crash_shutdown, admin_shutdown. */
enum tri pg_not_ready(const struct attempt *a)
{
	return either(
		any3(app_code_is(a, "57P03"), app_code_is(a, "57P02"), app_code_is(a, "57P01")),
		refused_with(a, "the database system is"));
}

enum tri pg_lacks_database(const struct attempt *a)
{
	return either(app_code_is(a, "3D000"), refused_with(a, "no such database"));
}

/* The same code stands for a role that may not log in, so the words count: in the languages that
 * the server has been translated into. */
enum tri pg_lacks_role(const struct attempt *a)
{
	static const char *const missing[] = {
		"does not exist", "no such user",  "existiert nicht", "n'existe pas", "no existe",
		"non esiste",     "não existe",    "nie istnieje",    "finns inte",   "neexistuje",
		"mevcut değil",   "не существует", "存在しません",    "不存在",
	};
	enum tri found = NO;

	for (size_t i = 0; i < sizeof(missing) / sizeof(missing[0]); i++) {
		found = either(found, app_says(a, missing[i]));
	}
	return THEN(both(not_authorised(a), not(pg_by_rules(a))), found);
}

/* invalid_password; or what PAM, LDAP, RADIUS, peer and ident say, always from the same place. */
enum tri pg_login_failed(const struct attempt *a)
{
	enum tri routine = KNOWN(a, postgres, routine)
	                           ? tri_of(strcmp(a->postgres->routine, "auth_failed") == 0)
	                           : UNKNOWN;
	enum tri words = either(routine, app_says(a, "authentication failed"));

	return either(app_code_is(a, "28P01"),
	              THEN(not_authorised(a), both(words, not(app_says(a, "certificate")))));
}

enum tri pg_method_lacks(const struct attempt *a)
{
	return THEN(app_step_is(a, APP_LOGIN), SAYS(a, postgres, lacks));
}

/* GSSAPI or SSPI. */
enum tri pg_wants_kerberos(const struct attempt *a)
{
	return either(pg_method_is(a, 7), pg_method_is(a, 9));
}

enum tri pg_method_is(const struct attempt *a, int64_t number)
{
	return IS(a, postgres, number, number);
}
