/* SPDX-License-Identifier: Apache-2.0 */
/* Pages that servers bring along: the default site of a fresh installation, the answer of a hoster
 * for a name that no customer has claimed, a server's own error page; and whether two answers are
 * the same but for what always differs. Texts are bodies as read, or as evidence keeps them. */
#pragma once
#include <stdbool.h>

/* Whose default page that body is ("nginx", "Apache"); NULL when it is none that is known. */
const char *http_page_default(const char *body);

/* Which front or hoster says so that it has no site of the name host (NULL: unknown) at all; NULL
 * where none does. Texts that such a front gives for a path as well ("default backend - 404" of
 * ingress controllers, Traefik's and Kong's 404) are not among them. */
const char *http_page_unclaimed(const char *body, const char *host);

/* Whether it is a web server's own error page, which no application and no person has written. */
bool http_page_stock(const char *body);

enum http_alike {
	HTTP_ALIKE,     /* the same but for the host names, numbers and the like in them */
	HTTP_SIMILAR,   /* one page, with other words in it */
	HTTP_DIFFERENT, /* two pages */
	N_HTTP_ALIKE
};

/* Compares two bodies, given for the names x_host and y_host, as far as both are there. */
enum http_alike http_page_compare(const char *x, const char *x_host, const char *y,
                                  const char *y_host);
