/* SPDX-License-Identifier: Apache-2.0 */
/* Telling pages apart by words that stand in no other page. */
#include "wire/http_page.h"
#include "base/str.h"

#include <stddef.h>
#include <string.h>

struct page {
	const char *words;
	const char *whose;
};

/* Where word stands in text, whatever its case; NULL. */
static const char *find(const char *text, const char *word)
{
	for (; *text != '\0'; text++) {
		size_t n = 0;

		while (word[n] != '\0' && str_lower(text[n]) == str_lower(word[n])) {
			n++;
		}
		if (word[n] == '\0') {
			return text;
		}
	}
	return NULL;
}

static const char *whose(const struct page *pages, size_t n, const char *body)
{
	for (size_t i = 0; i < n; i++) {
		if (find(body, pages[i].words) != NULL) {
			return pages[i].whose;
		}
	}
	return NULL;
}

#define WHOSE(pages, body) whose((pages), sizeof(pages) / sizeof((pages)[0]), (body))

/* Apache's own page is three words: they are all of the body or they mean nothing. */
static bool only_it_works(const char *body)
{
	static const char *const forms[] = { "<html><body><h1>It works!</h1></body></html>",
		                             "<html><body><h1>It works!</h1>\n<p>This is the "
		                             "default web page for this server." };
	const char *at = find(body, "<html><body>");
	bool found = false;

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]) && at != NULL; i++) {
		found = found || find(at, forms[i]) == at;
	}
	return found && (at == body || strncmp(body, "<!DOCTYPE", 9) == 0);
}

const char *http_page_default(const char *body)
{
	static const struct page pages[] = {
		{ "<title>Welcome to nginx", "nginx" },
		{ "<title>Welcome to OpenResty!</title>", "OpenResty" },
		{ "<title>Welcome to tengine!</title>", "Tengine" },
		{ "<title>Test Page for the Nginx HTTP Server on", "nginx" },
		{ "<title>Apache2 Debian Default Page", "Apache" },
		{ "<title>Apache2 Ubuntu Default Page", "Apache" },
		{ "<title>Apache2 Default Page", "Apache" },
		{ "<title>Test Page for the Apache HTTP Server", "Apache" },
		{ "<title>Apache HTTP Server Test Page", "Apache" },
		{ "<title>Test Page for the HTTP Server on", "the distribution's web server" },
		{ "<title>HTTP Server Test Page powered by", "the distribution's web server" },
		{ "<title>IIS Windows", "IIS" },
		{ "<title>IIS7</title>", "IIS" },
		{ "<title>Microsoft Internet Information Services 8</title>", "IIS" },
		{ "<title>Caddy works!</title>", "Caddy" },
		{ "placeholder page installed by the Debian release of the", "lighttpd" },
		{ "<title>Default Web Site Page</title>", "cPanel" },
		{ "<title>Domain Default page</title>", "Plesk" },
		{ "<title>Web Server's Default Page</title>", "Plesk" },
		{ "<html>Apache is functioning normally</html>", "DirectAdmin" },
	};
	const char *found = WHOSE(pages, body);

	return found == NULL && only_it_works(body) ? "Apache" : found;
}

const char *http_page_unclaimed(const char *body, const char *host)
{
	static const struct page pages[] = {
		{ "There isn't a GitHub Pages site here.", "GitHub Pages" },
		{ "herokucdn.com/error-pages/no-such-app.html", "Heroku" },
		{ "<title>No such app</title>", "Heroku" },
		{ "Fastly error: unknown domain", "Fastly" },
		{ "DEPLOYMENT_NOT_FOUND", "Vercel" },
		{ "<title>Microsoft Azure Web App - Error 404</title>", "Azure" },
		{ "<h1>404 Web Site not found.</h1>", "Azure" },
		{ "Not Found - Request ID: ", "Netlify" },
		{ "The gods are wise, but do not know of the site which you seek.", "Pantheon" },
		{ "<title>Site Not Found</title>", "the hoster" },
	};
	const char *found = WHOSE(pages, body);

	if (found == NULL && host != NULL && host[0] != '\0' &&
	    find(body, "NoSuchBucket") != NULL) {
		const char *name = find(body, "<BucketName>"); /* else the path names the bucket */
		size_t n = strlen("<BucketName>");

		found = name != NULL && find(name + n, host) == name + n ? "Amazon S3" : NULL;
	}
	return found;
}

bool http_page_stock(const char *body)
{
	static const struct page pages[] = {
		{ "<hr><center>nginx", "nginx" },
		{ "<hr><center>openresty", "OpenResty" },
		{ "<p>The requested URL was not found on this server.", "Apache" },
		{ "was not found on this server.</p>", "Apache" },
		{ "<p>You don't have permission to access this resource.", "Apache" },
		{ "Request forbidden by administrative rules.", "HAProxy" },
		{ "<title>404 - Not Found</title>", "lighttpd" },
		{ "<title>403 - Forbidden</title>", "lighttpd" },
		{ "<title>404 Not Found</title>\n</head>\n<body>\n<h1>404 Not Found", "another" },
		{ "HTTP Error 404. The requested resource is not found.", "IIS" },
		{ "<h2>404 - File or directory not found.</h2>", "IIS" },
	};

	return body[strspn(body, " \t\r\n")] == '\0' || WHOSE(pages, body) != NULL;
}

/* The next byte that means something: no name of a host, no digit (a time, a length, a number of
 * the request), no blank. NUL at the end. */
static char next_of(const char **at, const char *const hosts[2])
{
	const char *p = *at;

	for (;;) {
		const char *before = p;

		for (int i = 0; i < 2; i++) {
			size_t n = hosts[i] != NULL ? strlen(hosts[i]) : 0;

			p += n > 0 && find(p, hosts[i]) == p ? n : 0;
		}
		p += strspn(p, "0123456789 \r\n");
		if (p == before) {
			break;
		}
	}
	*at = *p != '\0' ? p + 1 : p;
	return *p;
}

enum http_alike http_page_compare(const char *x, const char *x_host, const char *y,
                                  const char *y_host)
{
	enum { SIMILAR_FROM = 48 };
	const char *const hosts[] = { x_host, y_host };
	size_t same = 0;

	for (;;) {
		char a = next_of(&x, hosts);
		char b = next_of(&y, hosts);

		if (a != b) {
			break;
		}
		if (a == '\0') {
			return HTTP_ALIKE;
		}
		same++;
	}
	return same >= SIMILAR_FROM ? HTTP_SIMILAR : HTTP_DIFFERENT;
}
