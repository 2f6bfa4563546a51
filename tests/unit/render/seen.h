/* SPDX-License-Identifier: Apache-2.0 */
/* Evidence as lines (tests/support/dump.h), judged, and then shown: for the tests of this room. */
#pragma once
#include "judge/judge.h"
#include "render/row.h"

/* A way to 10.0.3.15; a port there that refuses; a page that works. */
#define ROUTE                                                                                   \
	"route type=unicast on_link=no src=10.0.1.20 gateway=10.0.1.1 dev=\"eth0\" dev_up=yes " \
	"dev_carrier=yes src_forced=no src_on_dev=yes main_differs=no mtu=1500\n"
#define REFUSED                                                                                  \
	"run main -1 tcp://10.0.3.15:5432\nat 10.0.3.15\n" ROUTE "firewall skip=not_permitted\n" \
	"tcp end=error error=ECONNREFUSED took=6100 syns=1 icmp=no\n"
#define WORKS                                                \
	"run main -1 http://10.0.3.15\nat 10.0.3.15\n" ROUTE \
	"tcp end=connected took=1000\nhttp end=head status=200 took=40000\n"

/* The judgement of the evidence in text; the last one is forgotten. */
const struct judgement *seen(const char *text);
const struct store *seen_store(void);

/* The row of a stage of the main run, as "TEXT | NOTE | DETAIL | DETAIL". */
const char *seen_row(const char *text, enum stage stage);

/* The screen, and the report in Markdown. */
const char *seen_screen(const char *text, int columns, bool verbose);
const char *seen_report(const char *text);
