/* SPDX-License-Identifier: Apache-2.0 */
/* What is waited for is read off the evidence, like everything that is said. */
#include "cli/progress.h"

#include "base/clean.h"
#include "sys/terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FIRST_AT (500 * USEC_MS)
#define AGAIN_AT (200 * USEC_MS)

enum { TEXT_MAX = 200, NAME_MAX_SHOWN = 60, COLUMNS_DEFAULT = 80 };

void progress_init(struct progress *progress, const struct cli_args *args)
{
	const char *term = getenv("TERM");

	*progress = (struct progress){
		.on = !args->quiet && isatty(STDERR_FILENO) == 1 && term != NULL &&
		      strcmp(term, "dumb") != 0,
		.timeout = args->run.timeout,
	};
}

/* The run that is under way, the innermost. */
static const struct evidence *current(const struct store *store)
{
	for (int i = store->n_runs - 1; i > 0; i--) {
		const struct evidence *e = &store->runs[i];

		if (e->setting != NULL && !e->setting->has.ended) {
			return e;
		}
	}
	return &store->runs[0];
}

static bool ended(const struct attempt *a)
{
	return a->tcp != NULL && a->tcp->has.end;
}

/* The address that has come furthest. */
static const struct attempt *foremost(const struct evidence *e)
{
	for (const struct attempt *a = e->first; a != NULL; a = a->next) {
		if (ended(a) && a->tcp->end == TCP_CONNECTED) {
			return a;
		}
	}
	return e->first;
}

/* "tls api.example.com:443", "port 10.0.3.15:5432", "name db.example.com". */
static void put_subject(const struct evidence *e, struct buf *buf)
{
	const struct attempt *a = foremost(e);
	const struct scheme_info *scheme = &target_schemes[e->target.scheme];
	bool through = a != NULL && a->addr.family == ADDR_NONE;

	if (a == NULL) {
		buf_puts(buf, "name ");
		clean_put(buf, e->target.host, strlen(e->target.host), NAME_MAX_SHOWN);
		return;
	}
	if (through) {
		buf_puts(buf, "the way to ");
	} else if (!ended(a) || a->tcp->end != TCP_CONNECTED) {
		buf_puts(buf, "port ");
		addr_format(buf, &a->addr);
		buf_puts(buf, a->addr.family == ADDR_V6 ? " port " : ":");
		buf_int(buf, e->target.port);
		return;
	} else if (scheme->tls && (a->tls == NULL || !a->tls->has.end)) {
		buf_puts(buf, "tls ");
	} else {
		buf_puts(buf, scheme->app != NULL ? scheme->app : scheme->name);
		buf_putc(buf, ' ');
	}
	clean_put(buf, e->target.host, strlen(e->target.host), NAME_MAX_SHOWN);
}

/* The connection has failed, or it works: what is under way explains. */
static bool explaining(const struct evidence *e)
{
	bool open = false;
	bool failed = e->first != NULL;

	for (const struct attempt *a = e->first; a != NULL; a = a->next) {
		open |= !ended(a) && a->addr.family != ADDR_NONE;
		failed &= ended(a) && a->tcp->end != TCP_CONNECTED;
	}
	return failed && !open;
}

void progress_text(const struct store *store, usec_t elapsed, usec_t timeout, struct buf *buf)
{
	const struct evidence *e = current(store);

	put_subject(e, buf);
	buf_puts(buf, explaining(e) ? ": failed, looking for the reason (" : ": no answer yet (");
	buf_int(buf, elapsed / USEC_SEC);
	buf_puts(buf, " of ");
	buf_int(buf, (timeout + USEC_SEC - 1) / USEC_SEC);
	buf_puts(buf, " s)");
}

static void write_line(struct progress *progress, const char *text, int columns)
{
	char line[2 * TEXT_MAX + 4];
	struct buf b;

	buf_init(&b, line, sizeof(line));
	buf_putc(&b, '\r');
	buf_puts(&b, text);
	for (int i = columns; i < progress->columns; i++) {
		buf_putc(&b, ' ');
	}
	if (text[0] == '\0') {
		buf_putc(&b, '\r');
	}
	(void)fputs(b.text, stderr);
	(void)fflush(stderr);
	progress->columns = columns;
}

void progress_tick(void *data, const struct store *store, usec_t elapsed)
{
	struct progress *progress = data;
	int columns = 0;
	char text[TEXT_MAX];
	struct buf b;

	if (!progress->on || elapsed < FIRST_AT ||
	    (progress->shown > 0 && elapsed < progress->shown + AGAIN_AT)) {
		return;
	}
	columns = sys_terminal_columns(STDERR_FILENO);
	columns = columns > 0 ? columns : COLUMNS_DEFAULT;
	buf_init(&b, text, columns < TEXT_MAX ? (size_t)columns : sizeof(text));
	buf_puts(&b, "naze: ");
	progress_text(store, elapsed, progress->timeout, &b);
	progress->shown = elapsed;
	write_line(progress, b.text, (int)b.len);
}

void progress_end(struct progress *progress)
{
	if (progress->columns > 0) {
		write_line(progress, "", 0);
	}
}
