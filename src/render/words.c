/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of words that only people read. */
#include "render/words.h"

#include "evidence/fields.h"
#include "evidence/predicates.h"
#include "judge/command.h"
#include "render/row.h"

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

bool words_place(const struct evidence *e, struct buf *buf)
{
	if (ROW_HAS(e, from, container_name)) {
		buf_puts(buf, _("container "));
		buf_puts(buf, e->from->container_name);
	} else if (ROW_HAS(e, from, pid)) {
		buf_puts(buf, _("process "));
		buf_int(buf, e->from->pid);
		if (ROW_HAS(e, from, program)) {
			buf_puts(buf, " (");
			buf_puts(buf, e->from->program);
			buf_puts(buf, ")");
		}
	} else if (ROW_HAS(e, from, netns)) {
		buf_puts(buf, _("netns "));
		buf_puts(buf, e->from->netns);
	} else {
		return false;
	}
	return true;
}

bool words_enter(const struct evidence *e, struct buf *buf)
{
	if (ROW_HAS(e, from, pid)) {
		buf_puts(buf, "sudo nsenter -m -n -t ");
		buf_int(buf, e->from->pid);
		buf_puts(buf, " sh");
	} else if (ROW_HAS(e, from, netns) && strchr(e->from->netns, '/') == NULL) {
		buf_puts(buf, "sudo ip netns exec ");
		command_quote(buf, e->from->netns);
		buf_puts(buf, " sh");
	} else {
		return false;
	}
	return true;
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
	char memory[40];
	struct buf id; /* without a cause it is the place where it stopped */

	buf_init(&id, memory, sizeof(memory));
	if (v->cause != CAUSE_NONE) {
		buf_puts(&id, judge_causes[v->cause].id);
	} else if (ROW_HAS(v->a, app, end)) {
		buf_puts(&id, target_schemes[v->e->target.scheme].app);
		buf_putc(&id, '.');
	} else if (v->works == NO && v->stage != STAGE_NONE) {
		buf_puts(&id, ev_stage_words[v->stage]);
		buf_putc(&id, '.');
	} else if (v->a != NULL && connected(v->a) == YES &&
	           target_schemes[v->e->target.scheme].tls) {
		buf_puts(&id, "tls."); /* the port alone is known to be open */
	}
	for (size_t row = 0; row < sizeof(rows) / sizeof(rows[0]); row++) {
		size_t len = buf->len;

		if (!fits(id.text, rows[row].prefix)) {
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
