/* SPDX-License-Identifier: Apache-2.0 */
/* The whole report: whatever the tables hold comes back. */
#include "evidence/fields.h"
#include "help.h"
#include "json/read.h"
#include "json/report.h"

static char *write_report(const struct store *s, bool one_line)
{
	struct judgement k;
	struct json_report r = {
		.version = "0.1.0", .store = s, .judgement = &k, .one_line = one_line
	};
	char *text = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&text, &len);

	judge(s, &k);
	assert_int_equal(json_report_write(f, &r), 0);
	assert_int_equal(fclose(f), 0);
	return text;
}

static void fill(struct store *s, enum kind kind, void *obj, int *n)
{
	const struct ev_kind *k = &ev_kinds[kind];

	for (int i = k->first_field; i < k->first_field + k->n_fields; i++) {
		const struct ev_field *f = &ev_fields[i];
		void *at = ev_at(obj, f);

		*ev_has(obj, f) = true;
		(*n)++;
		switch (f->type) {
		case TYPE_BOOL:
			*(bool *)at = *n % 2 == 0;
			break;
		case TYPE_INT:
			*(int64_t *)at = *n;
			break;
		case TYPE_USEC:
			*(usec_t *)at = (usec_t)*n * 1000001;
			break;
		case TYPE_TEXT:
			*(const char **)at = *n % 2 == 0 ? "" : "caf\xc3\xa9 \"x\" \\";
			break;
		case TYPE_ADDR:
			*(struct addr *)at = (struct addr){ .family = ADDR_V6,
				                            .bytes = { 0x20, 1, (uint8_t)*n } };
			break;
		case TYPE_ENUM:
			*(unsigned *)at = f->words[*n % 2] != NULL ? (unsigned)(*n % 2) : 0;
			break;
		case TYPE_LIST:
			for (int item = 0; item < 2; item++) {
				fill(s, f->item, store_item(s, at, f->item), n);
			}
			((struct ev_list *)at)->cut = *n % 3 == 0;
			break;
		case N_EV_TYPES:
			break;
		}
	}
}

static void fill_scope(struct store *s, void *scope, enum ev_scope wanted, int *n)
{
	for (int kind = 0; kind < N_KINDS; kind++) {
		if (ev_kinds[kind].scope == wanted) {
			fill(s, (enum kind)kind, store_kind(s, scope, (enum kind)kind), n);
		}
	}
}

/* Every field of every kind, at two addresses. Returns how many fields there are. */
static int fill_run(struct store *s, struct evidence *e, int n)
{
	struct addr addrs[] = { { .family = ADDR_V4, .bytes = { 10, 0, 3, 15 } },
		                { .family = ADDR_NONE } };

	fill_scope(s, e, SCOPE_PER_RUN, &n);
	e->setting->at_us = 114000; /* it is kept to the millisecond */
	for (int i = 0; i < 2; i++) {
		fill_scope(s, store_attempt(s, e, &addrs[i]), SCOPE_PER_ADDRESS, &n);
	}
	return n;
}

/* How many fields are there, those of items too. */
static int fields_in(enum kind kind, void *obj)
{
	const struct ev_kind *k = &ev_kinds[kind];
	int n = 0;

	for (int i = k->first_field; i < k->first_field + k->n_fields; i++) {
		const struct ev_field *f = &ev_fields[i];

		n += *ev_has(obj, f);
		if (f->type == TYPE_LIST) {
			struct ev_list *list = ev_at(obj, f);

			for (struct ev_head *it = list->first; it != NULL; it = it->next) {
				n += fields_in(f->item, it);
			}
		}
	}
	return n;
}

static int fields_of(struct store *s, struct evidence *e)
{
	int n = 0;

	for (int kind = 0; kind < N_KINDS; kind++) {
		if (ev_kinds[kind].scope == SCOPE_PER_RUN) {
			n += fields_in((enum kind)kind, store_kind(s, e, (enum kind)kind));
		}
		for (struct attempt *a = e->first; a != NULL; a = a->next) {
			if (ev_kinds[kind].scope == SCOPE_PER_ADDRESS) {
				n += fields_in((enum kind)kind, store_kind(s, a, (enum kind)kind));
			}
		}
	}
	return n;
}

static void read_back(const char *text, struct store *s)
{
	char error[128] = "";

	if (json_report_read(text, strlen(text), s, error, sizeof(error)) != 0) {
		fail_msg("%s", error);
	}
}

/* How often word stands in text. */
static int count(const char *text, const char *word)
{
	int n = 0;

	for (const char *p = strstr(text, word); p != NULL; p = strstr(p + 1, word)) {
		n++;
	}
	return n;
}

static void every_field_comes_back(void **state)
{
	auto_free char *block = NULL;
	auto_free char *other = malloc(HELP_BLOCK);
	auto_free char *once = NULL;
	auto_free char *twice = NULL;
	struct store *s = help_store(&block);
	struct store *again = store_init(other, HELP_BLOCK);

	(void)state;
	assert_true(fill_run(s, &s->runs[0], 0) > N_FIELDS);
	assert_false(s->arena.truncated);
	once = write_report(s, false);
	read_back(once, again);
	twice = write_report(again, false);
	assert_string_equal(once, twice);
	assert_int_equal(fields_of(again, &again->runs[0]), fields_of(s, &s->runs[0]));
}

static void hops_nest_and_come_back(void **state)
{
	auto_free char *block = NULL;
	auto_free char *other = malloc(HELP_BLOCK);
	auto_free char *once = NULL;
	auto_free char *twice = NULL;
	struct store *s = help_store(&block);
	struct store *again = store_init(other, HELP_BLOCK);

	(void)state;
	(void)store_run(s, ROLE_PROXY, 0, &s->runs[0].target);
	(void)store_run(s, ROLE_REDIRECT, 0, &s->runs[0].target);
	(void)store_run(s, ROLE_PROXY, 2, &s->runs[0].target);
	once = write_report(s, true);
	assert_int_equal(count(once, "\n"), 1);
	assert_int_equal(count(once, "\"role\": \"proxy\""), 2);
	read_back(once, again);
	assert_int_equal(again->n_runs, 4);
	assert_int_equal(again->runs[3].parent, 2);
	assert_int_equal(again->runs[3].role, ROLE_PROXY);
	twice = write_report(again, true);
	assert_string_equal(once, twice);
}

static void an_address_without_a_reading_keeps_its_place(void **state)
{
	auto_free char *block = NULL;
	auto_free char *other = malloc(HELP_BLOCK);
	auto_free char *text = NULL;
	struct store *s = help_store(&block);
	struct store *again = store_init(other, HELP_BLOCK);
	struct addr addrs[] = { { .family = ADDR_V6, .bytes = { 0x20, 1 } },
		                { .family = ADDR_V4, .bytes = { 10 } } };

	(void)state;
	(void)store_attempt(s, &s->runs[0], &addrs[0]);
	(void)store_kind(s, store_attempt(s, &s->runs[0], &addrs[1]), KIND_tcp);
	text = write_report(s, false);
	read_back(text, again);
	assert_true(addr_equal(&again->runs[0].first->addr, &addrs[0]));
	assert_true(addr_equal(&again->runs[0].first->next->addr, &addrs[1]));
	assert_non_null(again->runs[0].first->next->tcp);
	assert_null(again->runs[0].first->tcp);
}

static void what_was_cut_stays_cut(void **state)
{
	auto_free char *block = NULL;
	auto_free char *other = malloc(HELP_BLOCK);
	auto_free char *text = NULL;
	struct store *s = help_store(&block);
	struct store *again = store_init(other, HELP_BLOCK);

	(void)state;
	s->runs[0].cut = true;
	text = write_report(s, false);
	assert_non_null(strstr(text, "\"truncated\": true"));
	read_back(text, again);
	assert_true(again->runs[0].cut);
}

static void no_run_is_no_report(void **state)
{
	auto_free char *block = malloc(HELP_BLOCK);
	struct store *s = store_init(block, HELP_BLOCK);
	struct judgement k = { 0 };
	struct json_report r = { .version = "0", .store = s, .judgement = &k };

	(void)state;
	assert_true(json_report_write(stdout, &r) < 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_comes_back),
		cmocka_unit_test(hops_nest_and_come_back),
		cmocka_unit_test(an_address_without_a_reading_keeps_its_place),
		cmocka_unit_test(what_was_cut_stays_cut),
		cmocka_unit_test(no_run_is_no_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
