/* SPDX-License-Identifier: Apache-2.0 */
/* The store: what does not fit is marked, never lost in silence. */
#include "given.h"

#include "evidence/store.h"

static struct target target;

static void a_block_that_is_too_small_gives_nothing(void **state)
{
	(void)state;
	assert_null(store_init(given_block, sizeof(struct store) - 1));
}

static void an_address_that_does_not_fit_cuts_the_run(void **state)
{
	struct store *s = store_init(given_block, sizeof(struct store) + 64);
	struct evidence *e = store_run(s, ROLE_MAIN, -1, &target);
	struct addr addr = { .family = ADDR_V4 };

	(void)state;
	while (store_attempt(s, e, &addr) != NULL) {
	}
	assert_true(e->cut);
	assert_true(s->arena.truncated);
}

static void there_are_only_so_many_addresses(void **state)
{
	struct store *s = store_init(given_block, sizeof(given_block));
	struct evidence *e = store_run(s, ROLE_MAIN, -1, &target);
	struct addr addr = { .family = ADDR_V4 };
	int n = 0;

	(void)state;
	while (store_attempt(s, e, &addr) != NULL) {
		n++;
	}
	assert_int_equal(n, STORE_MAX_ADDRESSES);
	assert_true(e->cut);
}

static void children_stand_behind_their_parents(void **state)
{
	struct store *s = store_init(given_block, sizeof(given_block));

	(void)state;
	assert_null(store_run(s, ROLE_PROXY, 0, &target));
	assert_non_null(store_run(s, ROLE_MAIN, -1, &target));
	assert_non_null(store_run(s, ROLE_PROXY, 0, &target));
	while (store_run(s, ROLE_REDIRECT, 0, &target) != NULL) {
	}
	assert_int_equal(s->n_runs, STORE_MAX_RUNS);
	assert_true(s->arena.truncated);
}

static void a_kind_is_made_once(void **state)
{
	struct store *s = store_init(given_block, sizeof(given_block));
	struct evidence *e = store_run(s, ROLE_MAIN, -1, &target);

	(void)state;
	assert_ptr_equal(store_kind(s, e, KIND_nss), store_kind(s, e, KIND_nss));
	assert_ptr_equal(e->nss, store_kind(s, e, KIND_nss));
}

static void a_list_that_was_cut_takes_no_more(void **state)
{
	struct store *s = store_init(given_block, sizeof(given_block));
	struct evidence *e = store_run(s, ROLE_MAIN, -1, &target);
	struct ev_nss *nss = store_kind(s, e, KIND_nss);

	(void)state;
	assert_non_null(store_item(s, &nss->addrs, KIND_address));
	nss->addrs.cut = true;
	assert_null(store_item(s, &nss->addrs, KIND_address));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_block_that_is_too_small_gives_nothing),
		cmocka_unit_test(an_address_that_does_not_fit_cuts_the_run),
		cmocka_unit_test(there_are_only_so_many_addresses),
		cmocka_unit_test(children_stand_behind_their_parents),
		cmocka_unit_test(a_kind_is_made_once),
		cmocka_unit_test(a_list_that_was_cut_takes_no_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
