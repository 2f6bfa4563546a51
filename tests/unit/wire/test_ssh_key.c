/* SPDX-License-Identifier: Apache-2.0 */
/* Key files and certificates as ssh-keygen writes them. The keys are made for this test alone. */
#include "test.h"

#include "wire/ssh_key.h"

static const char plain[] =
	"-----BEGIN OPENSSH PRIVATE KEY-----\n"
	"b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW\n"
	"QyNTUxOQAAACBaDrQaRY2V7Gs+Evg0HJNa/2gfJknnJrRiUknvNXosMQAAAIjRC7ZA0Qu2\n"
	"QAAAAAtzc2gtZWQyNTUxOQAAACBaDrQaRY2V7Gs+Evg0HJNa/2gfJknnJrRiUknvNXosMQ\n"
	"AAAEDrJzAECf6DdqRgBAUJuyAU8kM5B9ahH1dWfviGD/j1c1oOtBpFjZXsaz4S+DQck1r/\n"
	"aB8mSecmtGJSSe81eiwxAAAAAWMBAgME\n"
	"-----END OPENSSH PRIVATE KEY-----\n";
static const char plain_pub[] =
	"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFoOtBpFjZXsaz4S+DQck1r/aB8mSecmtGJSSe81"
	"eiwx c\n";
static const char locked[] =
	"-----BEGIN OPENSSH PRIVATE KEY-----\n"
	"b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0AAAAGAAAABCuKlt6CO\n"
	"w5L3QEbht/wQaWAAAAEAAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIF8SPISle8LQQKWy\n"
	"RFiMnmPY/fxDn8a6QS1ucHfBdLX2AAAAkBkjj6ys2uruvq2OLrGpv2UH6Cher3n6/68Q1z\n"
	"S5kO7qZ5z+IQlVYT97t5R5uor+0GdZ30W4umwFUMM4YuQZXtQSvTyZxZa57R36zq4m1zwV\n"
	"Ob+cLSFGjdAnbSbNOV8mVDlbdXXfF9o9NBFWXpsNnTKETnj7q93OKGDAIIukqMI/3LRpLn\n"
	"CC9DskZCS7qPIbDA==\n"
	"-----END OPENSSH PRIVATE KEY-----\n";
static const char cert[] =
	"ssh-ed25519-cert-v01@openssh.com AAAAIHNzaC1lZDI1NTE5LWNlcnQtdjAxQG9wZW5zc2g"
	"uY29tAAAAIC9I6HoTWTwMLtFH9xNgwTOLm9uqqVvrd2yEl2nGKAGMAAAAIFoOtBpFjZXsaz4S+DQ"
	"ck1r/aB8mSecmtGJSSe81eiwxAAAAAAAAAAAAAAACAAAAAmlkAAAAEAAAAAxob3N0LmV4YW1wbGU"
	"AAAAAaVW5AAAAAABw29iAAAAAAAAAAAAAAAAAAAAAMwAAAAtzc2gtZWQyNTUxOQAAACCUkdR0gv3"
	"XYmx/ljn8o4a0jE9YrYrAIXFXSBy+IC74GAAAAFMAAAALc3NoLWVkMjU1MTkAAABAMSD+svCKOAe"
	"0c+0xj0Q1fLgNGu6aDElf5zKU0avxTS63eAQoalU6KRL5ZWazt/KGgXSaya65fVNyOXumMugRDQ="
	"= c\n";

static uint8_t bytes[SSH_KEY_FILE_MAX];
static uint8_t blob[SSH_KEY_BLOB_MAX];

static struct ssh_span public_of(const char *text)
{
	int n = ssh_key_public(text, strlen(text), blob);

	return (struct ssh_span){ .at = blob, .len = n > 0 ? (size_t)n : 0 };
}

static void a_public_line_is_its_blob(void **state)
{
	struct ssh_span key = public_of(plain_pub);

	(void)state;
	assert_int_equal(key.len, 51);
	assert_true(ssh_is(ssh_key_type(key), "ssh-ed25519"));
	assert_int_equal(ssh_key_public("ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAA", 31, blob), -1);
	assert_int_equal(ssh_key_public("ssh-ed25519", 11, blob), -1);
	assert_int_equal(ssh_key_public("ssh-ed25519 ", 12, blob), -1);
	assert_int_equal(ssh_key_public(plain, sizeof(plain) - 1, blob), -1);
}

static void a_private_file_shows_its_public_half(void **state)
{
	struct ssh_key_file file = { .form = SSH_KEY_NONE };
	struct ssh_span key = public_of(plain_pub);

	(void)state;
	ssh_key_private(plain, sizeof(plain) - 1, bytes, &file);
	assert_int_equal(file.form, SSH_KEY_OPENSSH);
	assert_false(file.encrypted);
	assert_int_equal(file.blob.len, key.len);
	assert_memory_equal(file.blob.at, key.at, key.len);
	assert_true(file.private.len > 0);
}

static void a_passphrase_is_seen_and_hides_only_the_private_half(void **state)
{
	struct ssh_key_file file = { .form = SSH_KEY_NONE };

	(void)state;
	ssh_key_private(locked, sizeof(locked) - 1, bytes, &file);
	assert_int_equal(file.form, SSH_KEY_OPENSSH);
	assert_true(file.encrypted);
	assert_true(ssh_is(ssh_key_type(file.blob), "ssh-ed25519"));
}

static enum ssh_key_form form_of(const char *text, bool *ret_encrypted)
{
	struct ssh_key_file file = { .form = SSH_KEY_NONE };

	ssh_key_private(text, strlen(text), bytes, &file);
	*ret_encrypted = file.encrypted;
	return file.form;
}

static void older_files_are_told_by_their_first_lines(void **state)
{
	bool locked_up = false;

	(void)state;
	assert_int_equal(form_of("-----BEGIN RSA PRIVATE KEY-----\nMII", &locked_up), SSH_KEY_PEM);
	assert_false(locked_up);
	assert_int_equal(
		form_of("-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n", &locked_up),
		SSH_KEY_PEM);
	assert_true(locked_up);
	assert_int_equal(form_of("-----BEGIN ENCRYPTED PRIVATE KEY-----\n", &locked_up),
	                 SSH_KEY_PEM);
	assert_true(locked_up);
	assert_int_equal(form_of("PuTTY-User-Key-File-3: ssh-ed25519\n", &locked_up), SSH_KEY_NONE);
	assert_int_equal(form_of("", &locked_up), SSH_KEY_NONE);
}

static void a_cut_file_is_no_key(void **state)
{
	struct ssh_key_file file = { .form = SSH_KEY_NONE };

	(void)state;
	for (size_t n = 0; n < sizeof(plain) - 3; n++) {
		ssh_key_private(plain, n, bytes, &file);
		assert_int_not_equal(file.form, SSH_KEY_OPENSSH);
	}
}

static void a_certificate_has_the_key_and_who_vouches_for_it(void **state)
{
	static uint8_t key_bytes[SSH_KEY_BLOB_MAX];
	static uint8_t cert_bytes[SSH_KEY_BLOB_MAX];
	struct ssh_key_cert got = { .host = false };
	struct ssh_span c = public_of(cert);
	struct ssh_span key = { .len = 0 };

	(void)state;
	assert_true(ssh_key_is_cert(ssh_key_type(c)));
	memcpy(cert_bytes, c.at, c.len);
	c.at = cert_bytes;
	assert_int_equal(ssh_key_cert(c, key_bytes, &got), 0);
	assert_true(got.host);
	assert_int_equal(got.principals.len, 16);
	assert_memory_equal(got.principals.at + 4, "host.example", 12);
	assert_true(got.after < got.before);
	assert_true(ssh_is(ssh_key_type(got.ca), "ssh-ed25519"));
	key = public_of(plain_pub);
	assert_int_equal(got.key.len, key.len);
	assert_memory_equal(got.key.at, key.at, key.len);
	for (size_t n = 0; n < c.len; n++) {
		assert_int_equal(
			ssh_key_cert((struct ssh_span){ .at = c.at, .len = n }, key_bytes, &got),
			-1);
	}
	assert_int_equal(ssh_key_cert(key, key_bytes, &got), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_public_line_is_its_blob),
		cmocka_unit_test(a_private_file_shows_its_public_half),
		cmocka_unit_test(a_passphrase_is_seen_and_hides_only_the_private_half),
		cmocka_unit_test(older_files_are_told_by_their_first_lines),
		cmocka_unit_test(a_cut_file_is_no_key),
		cmocka_unit_test(a_certificate_has_the_key_and_who_vouches_for_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
