/* SPDX-License-Identifier: Apache-2.0 */
/* The ClientHello: its lengths add up, and it offers what was asked for and nothing else. */
#include "test.h"

#include "base/cursor.h"
#include "wire/hello.h"

static uint8_t random_bytes[HELLO_RANDOM_SIZE];
static uint8_t bytes[HELLO_MAX];

struct seen {
	uint16_t record_version, version;
	unsigned n_ciphers, n_tls13, n_rc4, scsv;
	uint16_t extensions[20];
	unsigned n_extensions;
	const uint8_t *data[20];
	size_t size[20];
};

/* Takes the hello apart; fails where a length does not add up. */
static void take_apart(const struct hello_offer *offer, struct seen *s)
{
	int n = hello_build(offer, bytes);
	struct cursor c;
	struct cursor m;
	struct cursor list;

	memset(s, 0, sizeof(*s));
	assert_true(n > 0);
	cursor_init(&c, bytes, (size_t)n);
	assert_int_equal(cursor_u8(&c), 22);
	s->record_version = cursor_u16(&c);
	assert_int_equal(cursor_u16(&c), n - 5);
	assert_int_equal(cursor_u8(&c), 1);
	m = cursor_sub(&c, cursor_u24(&c));
	assert_true(!m.bad && cursor_left(&c) == 0);
	s->version = cursor_u16(&m);
	assert_memory_equal(cursor_take(&m, 32), random_bytes, 32);
	(void)cursor_take(&m, cursor_u8(&m));
	list = cursor_sub(&m, cursor_u16(&m));
	while (cursor_left(&list) > 0) {
		uint16_t cipher = cursor_u16(&list);
		const char *name = hello_cipher_name(cipher);

		s->n_ciphers++;
		s->scsv += cipher == 0xff;
		s->n_tls13 += cipher >> 8 == 0x13;
		s->n_rc4 += name != NULL && strstr(name, "RC4_128") != NULL;
	}
	assert_int_equal(cursor_u16(&m), 0x0100);
	if (cursor_left(&m) > 0) {
		struct cursor all = cursor_sub(&m, cursor_u16(&m));

		assert_true(!m.bad && cursor_left(&m) == 0);
		while (cursor_left(&all) > 0) {
			s->extensions[s->n_extensions] = cursor_u16(&all);
			s->size[s->n_extensions] = cursor_u16(&all);
			s->data[s->n_extensions] = cursor_take(&all, s->size[s->n_extensions]);
			assert_non_null(s->data[s->n_extensions]);
			s->n_extensions++;
		}
		assert_false(all.bad);
	}
	assert_false(m.bad);
}

static int find(const struct seen *s, uint16_t type)
{
	for (unsigned i = 0; i < s->n_extensions; i++) {
		if (s->extensions[i] == type) {
			return (int)i;
		}
	}
	return -1;
}

static void the_default_offers_all_there_is(void **state)
{
	static const char *const alpn[] = { "h2", "http/1.1" };
	struct hello_offer o = { .min = HELLO_TLS10,
		                 .max = HELLO_TLS13,
		                 .sni = "a.test.",
		                 .alpn = alpn,
		                 .n_alpn = 2,
		                 .random = random_bytes };
	struct seen s;

	(void)state;
	take_apart(&o, &s);
	assert_int_equal(s.record_version, HELLO_TLS10);
	assert_int_equal(s.version, HELLO_TLS12);
	assert_true(s.n_ciphers > 80 && s.n_tls13 == 5 && s.n_rc4 > 3 && s.scsv == 0);
	assert_true(find(&s, 0) >= 0 && find(&s, 16) >= 0 && find(&s, 0xff01) >= 0);
	assert_int_equal(s.size[find(&s, 0)], 2 + 3 + 6);
	assert_memory_equal(s.data[find(&s, 0)], "\0\x9\0\0\6a.test", 11);
	assert_memory_equal(s.data[find(&s, 16)], "\0\xc\2h2\x8http/1.1", 14);
	assert_memory_equal(s.data[find(&s, 43)], "\x8\3\4\3\3\3\2\3\1", 9);
	assert_int_equal(s.size[find(&s, 51)], 2 + 4 + 32);
	assert_memory_equal(s.data[find(&s, 51)] + 6, random_bytes + 64, 32);
}

static void only_what_was_asked_for_is_offered(void **state)
{
	struct hello_offer o = { .min = HELLO_TLS12,
		                 .max = HELLO_TLS12,
		                 .random = random_bytes,
		                 .ciphers = HELLO_CIPHERS_MODERN,
		                 .no_renegotiation_info = true };
	struct seen s;

	(void)state;
	take_apart(&o, &s);
	assert_true(s.n_tls13 == 0 && s.n_rc4 == 0);
	assert_true(find(&s, 0) < 0 && find(&s, 16) < 0 && find(&s, 43) < 0 && find(&s, 51) < 0);
	assert_true(find(&s, 0xff01) < 0);
	o.ciphers = HELLO_CIPHERS_RC4;
	take_apart(&o, &s);
	assert_int_equal(s.n_rc4, s.n_ciphers);
	o.min = o.max = HELLO_TLS13;
	o.ciphers = 0;
	take_apart(&o, &s);
	assert_int_equal(s.n_tls13, s.n_ciphers);
	assert_memory_equal(s.data[find(&s, 43)], "\2\3\4", 3);
}

static void an_old_hello_has_no_extensions(void **state)
{
	struct hello_offer o = {
		.min = HELLO_SSL3, .max = HELLO_SSL3, .random = random_bytes, .no_extensions = true
	};
	struct seen s;

	(void)state;
	take_apart(&o, &s);
	assert_int_equal(s.record_version, HELLO_SSL3);
	assert_int_equal(s.version, HELLO_SSL3);
	assert_true(s.n_extensions == 0 && s.scsv == 1);
}

static void offers_without_sense_are_refused(void **state)
{
	static const char *const empty[] = { "" };
	char name[300];
	struct hello_offer o = { .min = HELLO_TLS13, .max = HELLO_TLS12, .random = random_bytes };

	(void)state;
	assert_int_equal(hello_build(&o, bytes), -EINVAL);
	o.min = HELLO_SSL2;
	assert_int_equal(hello_build(&o, bytes), -EINVAL);
	o = (struct hello_offer){ .min = HELLO_TLS10,
		                  .max = HELLO_TLS13,
		                  .no_extensions = true,
		                  .random = random_bytes };
	assert_int_equal(hello_build(&o, bytes), -EINVAL);
	o.no_extensions = false;
	o.sni = "";
	assert_int_equal(hello_build(&o, bytes), -EINVAL);
	o.sni = "a b";
	assert_int_equal(hello_build(&o, bytes), -EINVAL);
	memset(name, 'x', sizeof(name));
	name[299] = '\0';
	o.sni = name;
	assert_int_equal(hello_build(&o, bytes), -EINVAL);
	o.sni = NULL;
	o.alpn = empty;
	o.n_alpn = 1;
	assert_int_equal(hello_build(&o, bytes), -EINVAL);
}

static void the_largest_offer_fits(void **state)
{
	char name[256];
	const char *alpn[HELLO_ALPN_MAX];
	struct hello_offer o = { .min = HELLO_SSL3,
		                 .max = HELLO_TLS13,
		                 .sni = name,
		                 .alpn = alpn,
		                 .n_alpn = 4,
		                 .random = random_bytes };
	struct seen s;

	(void)state;
	memset(name, 'x', sizeof(name));
	name[255] = '\0';
	for (int i = 0; i < HELLO_ALPN_MAX; i++) {
		alpn[i] = name;
	}
	take_apart(&o, &s);
	o.n_alpn = HELLO_ALPN_MAX; /* 2 KiB of it do not fit: said, not written past the end */
	assert_int_equal(hello_build(&o, bytes), -EINVAL);
}

static void numbers_have_names(void **state)
{
	int n = 0;
	int n_groups = 0;
	int n_alerts = 0;

	(void)state;
	assert_string_equal(hello_cipher_name(0x0005), "TLS_RSA_WITH_RC4_128_SHA");
	assert_string_equal(hello_cipher_name(0xc02f), "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
	assert_null(hello_cipher_name(0xfafa));
	assert_string_equal(hello_alert_name(70), "protocol_version");
	assert_null(hello_alert_name(99));
	assert_string_equal(hello_version_name(HELLO_TLS11), "TLSv1.1");
	assert_null(hello_version_name(0x7f1c));
	assert_string_equal(hello_group_name(24), "secp384r1");
	assert_null(hello_group_name(1));
	for (int v = HELLO_SSL3; v <= HELLO_TLS13; v++) {
		assert_non_null(hello_version_name((uint16_t)v));
	}
	assert_string_equal(hello_version_name(HELLO_SSL2), "SSLv2");
	for (unsigned i = 0; i <= UINT16_MAX; i++) {
		const char *name = hello_cipher_name((uint16_t)i);

		n += name != NULL && strncmp(name, "TLS_", 4) == 0;
		n_groups += hello_group_name((uint16_t)i) != NULL;
		n_alerts += i < 256 && hello_alert_name((uint8_t)i) != NULL;
	}
	assert_true(n > 100 && n_groups == 19 && n_alerts == 36);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_default_offers_all_there_is),
		cmocka_unit_test(only_what_was_asked_for_is_offered),
		cmocka_unit_test(an_old_hello_has_no_extensions),
		cmocka_unit_test(offers_without_sense_are_refused),
		cmocka_unit_test(the_largest_offer_fits),
		cmocka_unit_test(numbers_have_names),
	};

	for (size_t i = 0; i < sizeof(random_bytes); i++) {
		random_bytes[i] = (uint8_t)(i * 7 + 1);
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
