/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of words that only people read. */
#include "render/words.h"

#include "judge/command.h"

#include <string.h>

static bool fits(const char *id, const char *prefix)
{
	return strncmp(id, prefix, strlen(prefix)) == 0;
}

const char *words_class(const struct verdict *v)
{
	static const struct {
		const char *prefix;
		const char *text;
	} rows[] = {
#define CLASS(prefix, text) { prefix, text },
#include "render/classes.def"
	};
	const char *id = v->cause != CAUSE_NONE ? judge_causes[v->cause].id : "";
	size_t i = 0;

	if (v->status == STATUS_OK) {
		return _("WORKS");
	}
	if (v->cause == CAUSE_NONE) {
		return v->status == STATUS_DEGRADED ? _("WORKS") : _("NOT CLEAR");
	}
	while (!fits(id, rows[i].prefix)) {
		i++; /* the last row fits all */
	}
	return _(rows[i].text);
}

bool words_by_hand(const struct judgement *k, const struct verdict *v, int i, struct buf *buf)
{
	static const struct {
		const char *prefix;
		const char *command;
	} rows[] = {
#define BYHAND(prefix, command) { prefix, command },
#include "render/byhand.def"
	};
	const char *id = v->cause != CAUSE_NONE ? judge_causes[v->cause].id : "";

	for (size_t row = 0; row < sizeof(rows) / sizeof(rows[0]); row++) {
		size_t len = buf->len;

		if (!fits(id, rows[row].prefix)) {
			continue;
		}
		if (rows[row].command[0] == '\0') {
			return false;
		}
		if (command_expand(buf, rows[row].command, k, v, v->a)) {
			if (i-- == 0) {
				return true;
			}
			buf->len = len;
			buf->text[len] = '\0';
		}
	}
	return false;
}
