/* SPDX-License-Identifier: Apache-2.0 */
/* SCRAM's texts, with the exchange of RFC 7677 section 3. */
#include "test.h"

#include "wire/scram.h"

#define FIRST \
	"r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"
#define NONCE "rOprNGfwEbeRWgbNEkqO"

static void the_exchange_of_the_rfc(void **state)
{
	char text[256];
	struct buf buf;
	struct scram_first first;
	uint8_t proof[SCRAM_PROOF_MAX];

	(void)state;
	buf_init(&buf, text, sizeof(text));
	scram_client_first(&buf, "user", NONCE);
	assert_string_equal(text, "n=user,r=" NONCE);
	assert_int_equal(scram_server_first(FIRST, strlen(FIRST), NONCE, &first), 0);
	assert_int_equal(first.rounds, 4096);
	assert_int_equal(first.n_salt, 16);
	buf_init(&buf, text, sizeof(text));
	scram_client_final(&buf, "n,,", NULL, 0, &first);
	assert_string_equal(text, "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0");
	assert_int_equal(
		scram_server_final("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=", 46, proof),
		32);
}

static void names_are_escaped_and_channels_bound(void **state)
{
	char text[64];
	struct buf buf;
	const struct scram_first first = { .nonce = "x", .n_nonce = 1 };

	(void)state;
	buf_init(&buf, text, sizeof(text));
	scram_client_first(&buf, "a,b=c", "n");
	assert_string_equal(text, "n=a=2Cb=3Dc,r=n");
	buf_init(&buf, text, sizeof(text));
	scram_client_final(&buf, "p=x,,", "\0\xff", 2, &first);
	assert_string_equal(text, "c=cD14LCwA/w==,r=x");
}

static void what_a_server_must_not_say_is_refused(void **state)
{
	static const char *const bad[] = {
		"",
		"r=" NONCE ",s=QQ==,i=1",  /* nothing of its own in the nonce */
		"r=other,s=QQ==,i=1",      /* not ours at all */
		"r=" NONCE "x,s=,i=1",     /* no salt */
		"r=" NONCE "x,s=Q,i=1",    /* no base64 */
		"r=" NONCE "x,s=QQ==",     /* no rounds */
		"r=" NONCE "x,s=QQ==,i=0", /* nor these */
		"r=" NONCE "x,s=QQ==,i=-4",
		"r=" NONCE "x,s=QQ==,i=99999999999999999999",
		"m=ext,r=" NONCE "x,s=QQ==,i=1", /* an extension that must be understood */
	};
	struct scram_first first;
	uint8_t proof[SCRAM_PROOF_MAX];

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_int_equal(scram_server_first(bad[i], strlen(bad[i]), NONCE, &first),
		                 -EPROTO);
	}
	assert_int_equal(scram_server_final("e=invalid-proof", 15, proof), 0);
	assert_int_equal(scram_server_final("v=", 2, proof), -EPROTO);
	assert_int_equal(scram_server_final("x=1", 3, proof), -EPROTO);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_exchange_of_the_rfc),
		cmocka_unit_test(names_are_escaped_and_channels_bound),
		cmocka_unit_test(what_a_server_must_not_say_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
