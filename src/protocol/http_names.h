/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a server's answer depends on the name that it is asked for. */
#pragma once
#include "engine/probe.h"

/* Whether the answer that the contact got is one that a default site may give (an error, a default
 * page, a connection that is closed), so that it is worth asking for other names. */
bool http_names_matter(const struct probe_run *r);

/* Asks for a name that cannot exist and, where that gets the same answer, for names that the server
 * may know; over at most two connections. 0 (ev says what came), -ECANCELED, -ETIME. */
int http_names_ask(const struct probe_run *r, struct ev_http_retry *ev);
