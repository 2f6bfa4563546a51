/* SPDX-License-Identifier: Apache-2.0 */
/* Template expansion, in English. */
#include "judge/words.h"

#include "base/civil.h"

#include <string.h>

void judge_words_age(struct buf *buf, int64_t seconds)
{
	static const struct {
		int64_t unit;
		const char *one;
		const char *many;
	} units[] = { { DAY_S, "day", "days" },
		      { 3600, "hour", "hours" },
		      { 60, "minute", "minutes" },
		      { 1, "second", "seconds" } };
	uint64_t n = seconds < 0 ? 0 - (uint64_t)seconds : (uint64_t)seconds;
	size_t i = 0;

	while (i < 3 && n < (uint64_t)units[i].unit) {
		i++;
	}
	n /= (uint64_t)units[i].unit;
	buf_int(buf, (int64_t)n);
	buf_putc(buf, ' ');
	buf_puts(buf, n == 1 ? units[i].one : units[i].many);
}

void judge_words_list(struct buf *buf, const char *words)
{
	enum { SHOWN = 4 };

	for (int i = 0; *words != '\0'; i++) {
		size_t len = strcspn(words, " ");
		bool last = words[len] == '\0';

		if (i == SHOWN - 1 && !last) {
			buf_puts(buf, " and others");
			return;
		}
		if (i > 0) {
			buf_puts(buf, last ? " and " : ", ");
		}
		buf_put(buf, words, len);
		words += len + (last ? 0 : 1);
	}
}

static void put_duration(struct buf *buf, usec_t took)
{
	if (took < 100 * USEC_MS) {
		buf_int(buf, took / USEC_MS);
		buf_puts(buf, " ms");
		return;
	}
	buf_int(buf, took / USEC_SEC);
	buf_putc(buf, '.');
	buf_int(buf, took % USEC_SEC / (100 * USEC_MS));
	buf_puts(buf, " s");
}

static void put_arg(struct buf *buf, const struct judgement *k, const struct arg *arg)
{
	struct civil date = { 0 };

	switch (arg->type) {
	case ARG_TEXT:
		buf_puts(buf, arg->text);
		break;
	case ARG_LIST:
		judge_words_list(buf, arg->text);
		break;
	case ARG_INT:
		buf_int(buf, arg->number);
		break;
	case ARG_ADDR:
		addr_format(buf, &arg->addr);
		break;
	case ARG_USEC:
		put_duration(buf, arg->number < 0 ? 0 : arg->number);
		break;
	case ARG_AGE:
		judge_words_age(buf, arg->number);
		break;
	case ARG_WHEN:
		date = civil_from(arg->number);
		civil_put(buf, &date, ' ', true);
		buf_puts(buf, " UTC");
		break;
	case ARG_KID: /* a child's index is larger than its parent's: this ends */
		judge_words_summary(buf, k, &k->runs[arg->number]);
		break;
	case N_ARG_TYPES:
		break;
	}
}

void judge_words_expand(struct buf *buf, const char *template, const struct judgement *k,
                        const struct verdict *v, const struct attempt *a)
{
	size_t optional = 0; /* where the part in [ ] began */
	bool missing = false;

	for (const char *p = template; *p != '\0'; p++) {
		const char *end = *p == '{' ? strchr(p, '}') : NULL;
		struct arg arg = { 0 };

		if (end != NULL) {
			if (judge_arg(k, v, a, p + 1, (size_t)(end - p - 1), &arg) == 0) {
				put_arg(buf, k, &arg);
			} else {
				buf_putc(buf, '?');
				missing = true;
			}
			p = end;
		} else if (*p == '[') {
			optional = buf->len;
			missing = false;
		} else if (*p == ']') {
			if (missing) {
				buf->len = optional;
				buf->text[buf->len] = '\0';
			}
		} else {
			buf_putc(buf, *p);
		}
	}
}

bool judge_words_complete(const char *template, const struct judgement *k, const struct verdict *v,
                          const struct attempt *a)
{
	bool optional = false;

	for (const char *p = template; *p != '\0'; p++) {
		const char *end = *p == '{' ? strchr(p, '}') : NULL;
		struct arg arg = { 0 };

		optional = *p == '[' || (optional && *p != ']');
		if (end == NULL) {
			continue;
		}
		if (!optional && judge_arg(k, v, a, p + 1, (size_t)(end - p - 1), &arg) < 0) {
			return false;
		}
		p = end;
	}
	return true;
}

const char *judge_words_unclear(const struct judgement *k, const struct verdict *v)
{
	static const char words[] =
		"{host} port {port} {broke_off} {broke_off_at}, and does not say why.";

	return v->works == NO && judge_words_complete(words, k, v, v->a) ? words : NULL;
}

void judge_words_summary(struct buf *buf, const struct judgement *k, const struct verdict *v)
{
	const char *template = "{host} port {port}: the cause is not clear.";

	if (v->cause != CAUSE_NONE) {
		template = judge_causes[v->cause].summary;
	} else if (v->status == STATUS_OK || v->status == STATUS_DEGRADED) {
		template = "{host} port {port} works.";
	} else if (judge_words_unclear(k, v) != NULL) {
		template = judge_words_unclear(k, v);
	}
	judge_words_expand(buf, template, k, v, v->a);
}
