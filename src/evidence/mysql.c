/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of MySQL and MariaDB. The error numbers stand in mysqld_error.h. */
#include "evidence/predicates.h"
#include "evidence/read.h"

#include <string.h>

enum { LATE_US = 1000000 };

enum tri wants_mysql(const struct evidence *e)
{
	const char *app = target_schemes[e->target.scheme].app;

	return tri_of(app != NULL && strcmp(app, "mysql") == 0 && e->role != ROLE_PROXY);
}

/* Clients take this one name for a socket file, unless a port was typed (MariaDB; the manual of
 * mysql, --protocol). */
static enum tri asks_socket(const struct evidence *e)
{
	return both(wants_mysql(e),
	            tri_of(!e->target.port_given && strcmp(e->target.host, "localhost") == 0));
}

enum tri socket_fails(const struct evidence *e)
{
	return THEN(both(asks_socket(e), SAYS(e, local_socket, used)),
	            not(SAYS(e, local_socket, connected)));
}

enum tri by_socket(const struct attempt *a)
{
	return both(tri_of(a->addr.family == ADDR_NONE), not(via_proxy(a)));
}

enum tri socket_instead(const struct attempt *a)
{
	return a->addr.family == ADDR_NONE ? NO : socket_fails(a->e);
}

enum tri mysql_greets(const struct attempt *a)
{
	return THEN(both(wants_mysql(a->e), connected(a)),
	            not(any3(app_end_is(a, APP_FOREIGN), app_end_is(a, APP_SILENCE),
	                     either(app_end_is(a, APP_FIN), app_end_is(a, APP_RST)))));
}

enum tri mysql_turned_away(const struct attempt *a)
{
	return both(by_socket(a), app_end_is(a, APP_REFUSED));
}

enum tri mysql_lets_in(const struct attempt *a)
{
	return both(tri_of(a->addr.family != ADDR_NONE), app_end_is(a, APP_READY));
}

enum tri mysql_says(const struct attempt *a, const char *code)
{
	return THEN(wants_mysql(a->e), app_code_is(a, code));
}

static enum tri code_in(const struct attempt *a, const char *const *codes)
{
	enum tri any = NO;

	for (; *codes != NULL; codes++) {
		any = either(any, app_code_is(a, *codes));
	}
	return any;
}

/* ER_DBACCESS_DENIED_ERROR, ER_ACCESS_DENIED_ERROR, ER_ACCESS_DENIED_NO_PASSWORD_ERROR,
 * ER_MUST_CHANGE_PASSWORD_LOGIN, ER_ACCOUNT_HAS_BEEN_LOCKED of MySQL and of MariaDB. */
enum tri mysql_denies(const struct attempt *a)
{
	static const char *const codes[] = { "1044", "1045", "1698", "1862", "3118", "4151", NULL };

	return THEN(wants_mysql(a->e), code_in(a, codes));
}

/* ER_CON_COUNT_ERROR, ER_TOO_MANY_USER_CONNECTIONS, ER_USER_LIMIT_REACHED. */
enum tri mysql_full(const struct attempt *a)
{
	static const char *const codes[] = { "1040", "1203", "1226", NULL };

	return THEN(wants_mysql(a->e), code_in(a, codes));
}

/* The login that was denied without TLS works with it. */
enum tri mysql_over_tls(const struct attempt *a)
{
	enum tri plain = not(SAYS(a, app, tls));

	if (a->app != NULL && !a->app->has.tls) {
		plain = YES;
	}
	return THEN(all3(mysql_says(a, "1045"), both(plain, not(by_socket(a))),
	                 SAYS(a, mysql, offers_tls)),
	            IS(a, mysql, over_tls, RETRY_COMPLETES));
}

enum tri mysql_lacks_tls(const struct attempt *a)
{
	return THEN(
		all3(wants_mysql(a->e), app_end_is(a, APP_STUCK), app_step_is(a, APP_ENCRYPTION)),
		not(SAYS(a, mysql, offers_tls)));
}

/* ER_NOT_SUPPORTED_AUTH_MODE, ER_SERVER_IS_IN_SECURE_AUTH_MODE, ER_PLUGIN_IS_NOT_LOADED; or the
 * server asks for a plugin that neither naze nor this host's client library has. */
enum tri mysql_no_plugin(const struct attempt *a)
{
	static const char *const codes[] = { "1251", "1275", "1524", NULL };

	enum tri stuck = both(app_end_is(a, APP_STUCK), app_step_is(a, APP_LOGIN));

	return both(wants_mysql(a->e),
	            either(code_in(a, codes), THEN(stuck, not(SAYS(a, mysql, plugin_here)))));
}

enum tri mysql_greets_late(const struct attempt *a)
{
	return THEN(wants_mysql(a->e), AT_LEAST(a, app, greeted, LATE_US));
}
