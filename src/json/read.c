/* SPDX-License-Identifier: Apache-2.0 */
/* The reader of reports: the runs, depth first, as the writer nests them. */
#include "json/read.h"
#include "base/clean.h"
#include "base/cleanup.h"
#include "json/asked.h"
#include "json/readings.h"
#include "json/values.h"
#include "json/when.h"

#include <errno.h>
#include <string.h>

static void let_go(json_t **json)
{
	json_decref(*json);
}

static struct attempt *find_attempt(const struct reading *r, struct evidence *e,
                                    const struct addr *addr)
{
	for (struct attempt *a = e->first; a != NULL; a = a->next) {
		if (addr_equal(&a->addr, addr)) {
			return a;
		}
	}
	return store_attempt(r->store, e, addr);
}

/* An address, or null for the one behind a proxy, which has none. */
static int read_address(const struct reading *r, const struct place *at, const json_t *json,
                        struct addr *ret)
{
	if (json == NULL || json_is_null(json)) {
		return 0;
	}
	if (!json_is_string(json) ||
	    addr_parse(json_string_value(json), json_string_length(json), ret) < 0) {
		return place_fail(r, at, "an IPv4 or IPv6 address is wanted here");
	}
	return 0;
}

/* "addresses": all of them in their order, also those that no reading speaks of. */
static int read_addresses(const struct reading *r, const struct place *at, const json_t *object,
                          struct evidence *e)
{
	const struct place list = { .up = at, .key = "addresses" };
	const json_t *array = NULL;
	int n = place_member(r, at, object, "addresses", JSON_ARRAY, &array);

	for (size_t i = 0; n > 0 && i < json_array_size(array); i++) {
		const struct place here = { .up = &list, .index = i };
		struct addr addr = { 0 };

		n = read_address(r, &here, json_array_get(array, i), &addr);
		if (n < 0) {
			return n;
		}
		n = 1;
		(void)find_attempt(r, e, &addr);
	}
	return n < 0 ? n : 0;
}

static enum kind find_kind(const json_t *name)
{
	int kind = 0;

	while (kind < N_KINDS &&
	       (ev_kinds[kind].scope == SCOPE_ITEM ||
	        !str_is(json_string_value(name), json_string_length(name), ev_kinds[kind].name))) {
		kind++;
	}
	return (enum kind)kind;
}

/* One reading: where it belongs says its kind, and its address. */
static int read_reading(const struct reading *r, const struct place *at, const json_t *object,
                        struct evidence *e)
{
	const struct place address = { .up = at, .key = "address" };
	const json_t *name = NULL;
	struct addr addr = { 0 };
	enum kind kind = N_KINDS;
	void *scope = e;
	void *obj = NULL;
	int n = place_member(r, at, object, "kind", JSON_STRING, &name);

	if (n <= 0) {
		return n < 0 ? n : place_fail(r, at, "a reading must say its kind");
	}
	kind = find_kind(name);
	if (kind == N_KINDS) {
		return 0;
	}
	if (ev_kinds[kind].scope == SCOPE_PER_ADDRESS) {
		n = read_address(r, &address, json_object_get(object, "address"), &addr);
		if (n < 0) {
			return n;
		}
		scope = find_attempt(r, e, &addr);
	}
	if (scope == NULL) {
		return 0; /* it did not fit; the run is marked */
	}
	if (readings_find(scope, kind) != NULL) {
		return place_fail(r, at, "this reading is already there");
	}
	obj = store_kind(r->store, scope, kind);
	return obj != NULL ? values_read(r, at, object, kind, obj) : 0;
}

/* The readings of all stages. In which stage one stands does not matter: a newer naze may have
 * moved it. */
static int read_stages(const struct reading *r, const struct place *at, const json_t *object,
                       struct evidence *e)
{
	const struct place list = { .up = at, .key = "stages" };
	const json_t *stages = NULL;
	int n = place_member(r, at, object, "stages", JSON_ARRAY, &stages);

	for (size_t i = 0; n >= 0 && i < json_array_size(stages); i++) {
		const struct place stage = { .up = &list, .index = i };
		const struct place evidence = { .up = &stage, .key = "evidence" };
		const json_t *array = NULL;

		n = place_member(r, &stage, json_array_get(stages, i), "evidence", JSON_ARRAY,
		                 &array);
		for (size_t k = 0; n >= 0 && k < json_array_size(array); k++) {
			const struct place here = { .up = &evidence, .index = k };

			n = read_reading(r, &here, json_array_get(array, k), e);
		}
	}
	return n < 0 ? n : 0;
}

/* "from" and "run": readings with a place of their own, which do not say their kind. */
static int read_own(const struct reading *r, const struct place *at, const json_t *object,
                    const char *key, struct evidence *e, enum kind kind)
{
	const struct place here = { .up = at, .key = key };
	const json_t *json = NULL;
	void *obj = NULL;
	int n = place_member(r, at, object, key, JSON_OBJECT, &json);

	if (n > 0) {
		obj = store_kind(r->store, e, kind);
	}
	return obj != NULL ? values_read(r, &here, json, kind, obj) : n;
}

/* "at" and "took_s", which belong to the setting. */
static int read_time(const struct reading *r, const struct place *at, const json_t *object,
                     struct evidence *e)
{
	const struct place here = { .up = at, .key = "at" };
	const struct place took_at = { .up = at, .key = "took_s" };
	const json_t *when = NULL;
	const json_t *took = NULL;
	struct ev_setting *setting = NULL;
	int64_t us = -1;
	int n = place_member(r, at, object, "at", JSON_STRING, &when);
	int t = n < 0 ? n : place_member(r, at, object, "took_s", JSON_REAL, &took);

	if (t < 0 || (n == 0 && t == 0)) {
		return t;
	}
	setting = store_kind(r->store, e, KIND_setting);
	if (setting != NULL && n > 0) {
		if (when_parse(json_string_value(when), json_string_length(when), &setting->at,
		               &us) < 0) {
			return place_fail(r, &here,
			                  "a time like 2026-11-23T03:16:20.114Z is wanted here");
		}
		setting->has.at = true;
		setting->has.at_us = us >= 0;
		setting->at_us = us >= 0 ? us : 0;
	}
	if (setting != NULL && t > 0) {
		setting->has.took = true;
		return values_usec(r, &took_at, took, &setting->took);
	}
	return 0;
}

static int read_run(const struct reading *r, const struct place *at, const json_t *object,
                    enum role role, int parent);

static int read_hop(const struct reading *r, const struct place *at, const json_t *object,
                    struct evidence *parent)
{
	const json_t *word = NULL;
	int n = place_member(r, at, object, "role", JSON_STRING, &word);

	if (n <= 0) {
		return n < 0 ? n : place_fail(r, at, "a hop must say its role");
	}
	for (int i = ROLE_MAIN + 1; i < N_ROLES; i++) {
		if (str_is(json_string_value(word), json_string_length(word), ev_role_words[i])) {
			return read_run(r, at, object, (enum role)i, parent->index);
		}
	}
	parent->cut = true; /* a role that only a newer naze knows */
	return 0;
}

static int read_hops(const struct reading *r, const struct place *at, const json_t *object,
                     struct evidence *e)
{
	const struct place list = { .up = at, .key = "hops" };
	const json_t *array = NULL;
	int n = place_member(r, at, object, "hops", JSON_ARRAY, &array);

	for (size_t i = 0; n >= 0 && i < json_array_size(array); i++) {
		const struct place here = { .up = &list, .index = i };

		n = read_hop(r, &here, json_array_get(array, i), e);
	}
	return n < 0 ? n : 0;
}

/* Makes the run for the target that the object asks for; *ret is NULL where there are too many. */
static int begin_run(const struct reading *r, const struct place *at, const json_t *object,
                     enum role role, int parent, struct evidence **ret)
{
	const struct place here = { .up = at, .key = "target" };
	auto_free struct target *target = calloc(1, sizeof(*target));
	const json_t *json = NULL;
	int n = place_member(r, at, object, "target", JSON_OBJECT, &json);

	if (target == NULL) {
		return -ENOMEM;
	}
	if (n <= 0) {
		return n < 0 ? n : place_fail(r, at, "a run must say its target");
	}
	n = asked_read(r, &here, json, target);
	if (n < 0) {
		return n;
	}
	*ret = store_run(r->store, role, parent, target);
	return 0;
}

static int read_run(const struct reading *r, const struct place *at, const json_t *object,
                    enum role role, int parent)
{
	struct evidence *e = NULL;
	const json_t *cut = NULL;
	int n = begin_run(r, at, object, role, parent, &e);

	if (n < 0) {
		return n;
	}
	if (e == NULL) {
		if (parent >= 0) {
			r->store->runs[parent].cut = true;
		}
		return 0;
	}
	n = read_own(r, at, object, "run", e, KIND_setting);
	n = n < 0 ? n : read_time(r, at, object, e);
	n = n < 0 ? n : read_own(r, at, object, "from", e, KIND_from);
	n = n < 0 ? n : read_addresses(r, at, object, e);
	n = n < 0 ? n : read_stages(r, at, object, e);
	n = n < 0 ? n : read_hops(r, at, object, e);
	n = n < 0 ? n : place_member(r, at, object, "truncated", JSON_TRUE, &cut);
	if (cut != NULL) {
		e->cut = e->cut || json_is_true(cut);
	}
	return n < 0 ? n : 0;
}

static int check_schema(const struct reading *r, const struct place *root, const json_t *object)
{
	const struct place here = { .up = root, .key = "schema" };
	const json_t *schema = NULL;
	int n = place_member(r, root, object, "schema", JSON_STRING, &schema);

	if (n < 0) {
		return n;
	}
	if (n == 0 || strcmp(json_string_value(schema), "naze.report/1") != 0) {
		return place_fail(r, n == 0 ? root : &here, "this is no naze.report/1");
	}
	if (json_object_get(object, "error") != NULL && json_object_get(object, "target") == NULL) {
		return place_fail(r, root, "this run ended before there was anything to judge");
	}
	return 0;
}

static int fail_syntax(const struct reading *r, const json_error_t *syntax)
{
	struct buf buf;

	buf_init(&buf, r->error, r->size);
	buf_puts(&buf, "line ");
	buf_int(&buf, syntax->line);
	buf_puts(&buf, " column ");
	buf_int(&buf, syntax->column);
	buf_puts(&buf, ": ");
	clean_put(&buf, syntax->text, strlen(syntax->text), JSON_ERROR_TEXT_LENGTH);
	return -EINVAL;
}

int json_report_read(const char *text, size_t len, struct store *store, char *error, size_t size)
{
	struct reading r = { .store = store, .size = size };
	const struct place root = { 0 };
	auto_with(let_go) json_t *json = NULL;
	json_error_t syntax;
	int n = 0;

	r.error = error;
	if (len > JSON_REPORT_MAX) {
		return place_fail(&r, &root, "this file is too large for a report");
	}
	json = json_loadb(text, len, JSON_REJECT_DUPLICATES, &syntax);
	if (json == NULL) {
		return fail_syntax(&r, &syntax);
	}
	n = check_schema(&r, &root, json);
	n = n < 0 ? n : read_run(&r, &root, json, ROLE_MAIN, -1);
	if (n == -ENOMEM) {
		(void)place_fail(&r, &root, "there is not enough memory");
	}
	return n;
}
