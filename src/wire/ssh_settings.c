/* SPDX-License-Identifier: Apache-2.0 */
/* Lines of `ssh -G`, and of ssh_config(5) where there is no ssh. */
#include "wire/ssh_settings.h"
#include "wire/ssh_known.h"

#include <string.h>

const char ssh_settings_default[] =
	"port 22\n"
	"identityfile ~/.ssh/id_rsa\n"
	"identityfile ~/.ssh/id_ecdsa\n"
	"identityfile ~/.ssh/id_ecdsa_sk\n"
	"identityfile ~/.ssh/id_ed25519\n"
	"identityfile ~/.ssh/id_ed25519_sk\n"
	"identityfile ~/.ssh/id_dsa\n"
	"userknownhostsfile ~/.ssh/known_hosts ~/.ssh/known_hosts2\n"
	"globalknownhostsfile /etc/ssh/ssh_known_hosts /etc/ssh/ssh_known_hosts2\n"
	"stricthostkeychecking ask\n"
	"pubkeyauthentication true\n"
	"passwordauthentication yes\n"
	"kbdinteractiveauthentication yes\n"
	"identitiesonly no\n"
	"ciphers chacha20-poly1305@openssh.com,aes128-ctr,aes192-ctr,aes256-ctr,"
	"aes128-gcm@openssh.com,aes256-gcm@openssh.com\n"
	"hostkeyalgorithms ssh-ed25519-cert-v01@openssh.com,"
	"ecdsa-sha2-nistp256-cert-v01@openssh.com,rsa-sha2-512-cert-v01@openssh.com,"
	"rsa-sha2-256-cert-v01@openssh.com,ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,"
	"ecdsa-sha2-nistp521,rsa-sha2-512,rsa-sha2-256\n"
	"kexalgorithms sntrup761x25519-sha512@openssh.com,curve25519-sha256,"
	"curve25519-sha256@libssh.org,ecdh-sha2-nistp256,ecdh-sha2-nistp384,ecdh-sha2-nistp521,"
	"diffie-hellman-group-exchange-sha256,diffie-hellman-group16-sha512,"
	"diffie-hellman-group18-sha512,diffie-hellman-group14-sha256\n"
	"macs umac-64-etm@openssh.com,umac-128-etm@openssh.com,hmac-sha2-256-etm@openssh.com,"
	"hmac-sha2-512-etm@openssh.com,hmac-sha1-etm@openssh.com,umac-64@openssh.com,"
	"umac-128@openssh.com,hmac-sha2-256,hmac-sha2-512,hmac-sha1\n"
	"pubkeyacceptedalgorithms ssh-ed25519-cert-v01@openssh.com,"
	"ecdsa-sha2-nistp256-cert-v01@openssh.com,rsa-sha2-512-cert-v01@openssh.com,ssh-ed25519,"
	"ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,"
	"sk-ssh-ed25519@openssh.com,sk-ecdsa-sha2-nistp256@openssh.com,rsa-sha2-512,rsa-sha2-256\n";

static char lower(uint8_t c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static bool same_word(struct ssh_span a, const char *b)
{
	size_t i = 0;

	while (i < a.len && b[i] != '\0' && lower(a.at[i]) == b[i]) {
		i++;
	}
	return i == a.len && b[i] == '\0';
}

/* Takes the line at *at. */
static bool take_line(struct ssh_span text, size_t *at, struct ssh_span *ret)
{
	const uint8_t *end = NULL;
	size_t n = text.len - *at;

	if (*at >= text.len) {
		return false;
	}
	end = memchr(text.at + *at, '\n', n);
	n = end != NULL ? (size_t)(end - (text.at + *at)) : n;
	*ret = (struct ssh_span){ .at = text.at + *at, .len = n };
	*at += n + 1;
	while (ret->len > 0 && strchr(" \t\r", ret->at[ret->len - 1]) != NULL) {
		ret->len--;
	}
	return true;
}

bool ssh_settings_next(struct ssh_span text, size_t *at, const char *key, struct ssh_span *ret)
{
	struct ssh_span line = { .len = 0 };
	size_t n = strlen(key);

	while (take_line(text, at, &line)) {
		if (line.len > n && line.at[n] == ' ' &&
		    same_word((struct ssh_span){ .at = line.at, .len = n }, key)) {
			*ret = (struct ssh_span){ .at = line.at + n + 1, .len = line.len - n - 1 };
			return true;
		}
	}
	return false;
}

bool ssh_settings_get(struct ssh_span text, const char *key, struct ssh_span *ret)
{
	size_t at = 0;

	return ssh_settings_next(text, &at, key, ret);
}

bool ssh_settings_is(struct ssh_span text, const char *key, const char *word)
{
	struct ssh_span value = { .len = 0 };

	return ssh_settings_get(text, key, &value) && same_word(value, word);
}

/* Not strchr(): that would find its own end for a byte 0, and words of no length never end. */
static bool between(uint8_t c)
{
	return c == ' ' || c == '\t' || c == '=';
}

bool ssh_settings_word(struct ssh_span *value, struct ssh_span *ret)
{
	size_t i = 0;
	size_t from = 0;
	bool quoted = false;

	while (i < value->len && between(value->at[i])) {
		i++;
	}
	if (i == value->len) {
		return false;
	}
	quoted = value->at[i] == '"';
	from = i += quoted;
	while (i < value->len && value->at[i] != '"' && (quoted || !between(value->at[i]))) {
		i++;
	}
	*ret = (struct ssh_span){ .at = value->at + from, .len = i - from };
	i += quoted && i < value->len;
	value->at += i;
	value->len -= i;
	return true;
}

/* The patterns of a Host line. */
static bool block_matches(struct ssh_span patterns, const char *host)
{
	struct ssh_span one = { .len = 0 };
	bool found = false;

	while (ssh_settings_word(&patterns, &one)) {
		bool not_that = one.len > 0 && one.at[0] == '!';

		one.at += not_that;
		one.len -= not_that;
		if (ssh_known_pattern(one, host)) {
			if (not_that) {
				return false;
			}
			found = true;
		}
	}
	return found;
}

bool ssh_settings_file(struct ssh_span text, const char *host, struct buf *ret)
{
	struct ssh_span line = { .len = 0 };
	struct ssh_span key = { .len = 0 };
	bool understood = true;
	bool holds = true; /* what stands before the first block holds for every host */
	size_t at = 0;

	while (take_line(text, &at, &line)) {
		if (!ssh_settings_word(&line, &key) || key.len == 0 || key.at[0] == '#') {
			continue;
		}
		if (same_word(key, "host")) {
			holds = block_matches(line, host);
		} else if (same_word(key, "match") || same_word(key, "include")) {
			holds = holds && !same_word(key, "match");
			understood = false;
		} else if (holds) {
			bool first = true;

			for (size_t i = 0; i < key.len; i++) {
				buf_putc(ret, lower(key.at[i]));
			}
			while (ssh_settings_word(&line, &key)) {
				buf_putc(ret, ' ');
				buf_put(ret, (const char *)key.at, key.len);
				first = false;
			}
			buf_puts(ret, first ? " \n" : "\n");
		}
	}
	return understood;
}
