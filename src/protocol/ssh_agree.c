/* SPDX-License-Identifier: Apache-2.0 */
/* Agreeing on algorithms (RFC 4253 7). What counts as common is what the user's own ssh would
 * offer; of that, naze then asks for what it speaks itself. */
#include "protocol/ssh_session.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* What the two offers are called in the settings, and what it means to have none in common. */
static const struct need {
	const char *setting;
	enum ssh_list list;
	enum ssh_lacks lacks;
} needs[] = {
	{ "kexalgorithms", SSH_LIST_KEX, SSH_LACKS_KEX },
	{ "hostkeyalgorithms", SSH_LIST_HOST_KEY, SSH_LACKS_HOST_KEY },
	{ "ciphers", SSH_LIST_CIPHER_OUT, SSH_LACKS_CIPHER },
	{ "ciphers", SSH_LIST_CIPHER_IN, SSH_LACKS_CIPHER },
	{ "macs", SSH_LIST_MAC_OUT, SSH_LACKS_MAC },
	{ "macs", SSH_LIST_MAC_IN, SSH_LACKS_MAC },
};

static void note_names(struct ssh_session *s, struct ev_list *list, bool *has,
                       struct ssh_span names)
{
	struct ssh_span one = { .len = 0 };

	*has = true;
	while (ssh_next_name(&names, &one)) {
		struct ev_ssh_name *item = store_item(s->r->run->store, list, KIND_ssh_name);

		if (item == NULL) {
			return;
		}
		SET_TEXT(s->r, item, name, one.at, one.len);
	}
}

/* Ciphers that authenticate by themselves need no MAC (RFC 5647; PROTOCOL.chacha20poly1305). */
static bool needs_mac(const struct ssh_session *s, enum ssh_list list)
{
	struct ssh_cipher_sizes sizes = { .key = 0 };
	enum ssh_list cipher = list == SSH_LIST_MAC_OUT ? SSH_LIST_CIPHER_OUT : SSH_LIST_CIPHER_IN;

	return (list != SSH_LIST_MAC_OUT && list != SSH_LIST_MAC_IN) ||
	       !s->m->cipher_sizes(ssh_span_of(s->chosen[cipher]), ssh_span_of(""), &sizes);
}

static bool keep_name(struct ssh_session *s, enum ssh_list list, struct ssh_span name)
{
	if (name.len > SSH_NAME_MAX) {
		return false;
	}
	memcpy(s->chosen[list], name.at, name.len);
	s->chosen[list][name.len] = '\0';
	return true;
}

/* What we offer: the user's list, behind everything else those names that the server knows and naze
 * does not. So the two agree on one that naze speaks (the first of ours that is in theirs, RFC 4253
 * 7.1), and the packet is as large as ssh's own would be. */
static void offered_names(struct ssh_span list, struct ssh_span theirs, const char *spoken,
                          struct buf *ret)
{
	for (int last = 0; last <= 1; last++) {
		struct ssh_span rest = list;
		struct ssh_span one = { .len = 0 };

		while (ssh_next_name(&rest, &one)) {
			bool unspoken = ssh_list_has(theirs, one) &&
			                !ssh_list_has(ssh_span_of(spoken), one);

			if (unspoken == (last == 1)) {
				buf_puts(ret, ret->len > 0 ? "," : "");
				buf_put(ret, (const char *)one.at, one.len);
			}
		}
	}
}

static const char *spoken_of(const struct ssh_session *s, enum ssh_list list)
{
	switch (list) {
	case SSH_LIST_KEX:
		return s->m->kex;
	case SSH_LIST_HOST_KEY:
		return s->m->host_keys;
	case SSH_LIST_CIPHER_OUT:
	case SSH_LIST_CIPHER_IN:
		return s->m->ciphers;
	case SSH_LIST_MAC_OUT:
	case SSH_LIST_MAC_IN:
		return s->m->macs;
	case SSH_LIST_ZIP_OUT:
	case SSH_LIST_ZIP_IN:
	case SSH_LIST_LANGUAGE_OUT:
	case SSH_LIST_LANGUAGE_IN:
	case N_SSH_LISTS:
		break;
	}
	return "none";
}

/* Both offers agree on an algorithm that naze does not speak: this is as far as it can look. */
static int not_spoken(struct ssh_session *s)
{
	static const char words[] = "the two have an algorithm in common that naze does not speak";

	app_point(s->r, "not looked further", words, sizeof(words) - 1);
	ssh_link_end(s, APP_READY);
	return 0;
}

static int agree_on(struct ssh_session *s, const struct need *need, struct ssh_own_offer *own)
{
	char ours_text[SSH_LIST_TEXT_MAX];
	struct ssh_span value = { .len = 0 };
	struct ssh_span name = { .len = 0 };
	struct ssh_span theirs = s->offer.list[need->list];
	struct buf ours;
	struct buf offered;

	buf_init(&ours, ours_text, sizeof(ours_text));
	if (!ssh_settings_get(s->settings, need->setting, &value)) {
		(void)ssh_settings_get(ssh_span_of(ssh_settings_default), need->setting, &value);
	}
	if (need->list == SSH_LIST_HOST_KEY) {
		ssh_host_prefer(s, value, &ours);
	} else {
		buf_put(&ours, (const char *)value.at, value.len);
	}
	value = ssh_span_of(ours_text);
	buf_init(&offered, own->lists[need->list], SSH_LIST_TEXT_MAX);
	offered_names(value, theirs, spoken_of(s, need->list), &offered);
	if (!needs_mac(s, need->list)) {
		return 1;
	}
	if (!ssh_first_common(value, theirs, &name)) {
		SET(s->ev, lacks, need->lacks);
		if (s->ev != NULL) {
			note_names(s, &s->ev->ours, &s->ev->has.ours, value);
			note_names(s, &s->ev->theirs, &s->ev->has.theirs, theirs);
		}
		ssh_link_end(s, APP_STUCK);
		return 0;
	}
	if (!ssh_first_common(ssh_span_of(own->lists[need->list]), theirs, &name) ||
	    !ssh_list_has(ssh_span_of(spoken_of(s, need->list)), name) ||
	    !keep_name(s, need->list, name)) {
		return not_spoken(s);
	}
	return 1;
}

/* Our KEXINIT asks for just what was chosen: the server's offer has been read already. */
static int offer(struct ssh_session *s, struct ssh_own_offer *own)
{
	struct ssh_out out = ssh_link_begin(s, SSH_KEXINIT);
	char extended[SSH_LIST_TEXT_MAX + 16];
	uint8_t cookie[16];
	struct buf buf;
	int result = sys_random(cookie, sizeof(cookie));

	if (result < 0) {
		return result;
	}
	ssh_put(&out, cookie, sizeof(cookie));
	buf_init(&buf, extended, sizeof(extended));
	buf_puts(&buf, own->lists[SSH_LIST_KEX]);
	buf_puts(&buf, ",ext-info-c"); /* RFC 8308 2.1: it may name its signature algorithms */
	ssh_put_text(&out, extended);
	for (int i = SSH_LIST_HOST_KEY; i <= SSH_LIST_MAC_IN; i++) {
		ssh_put_text(&out, own->lists[i]);
	}
	ssh_put_text(&out, "none");
	ssh_put_text(&out, "none");
	ssh_put_text(&out, "");
	ssh_put_text(&out, "");
	ssh_put_u8(&out, 0);
	ssh_put_u32(&out, 0);
	own->len = out.len - 5;
	own->payload = out.cut ? NULL : malloc(own->len);
	if (own->payload == NULL) {
		return -ENOMEM;
	}
	memcpy(own->payload, out.bytes + 5, own->len);
	return ssh_link_send(s, &out);
}

static int read_offer(struct ssh_session *s)
{
	struct ssh_span payload = { .len = 0 };
	int result = ssh_link_receive(s, &payload);

	if (result <= 0) {
		return result;
	}
	s->server_offer = malloc(payload.len);
	if (s->server_offer == NULL) {
		return -ENOMEM;
	}
	memcpy(s->server_offer, payload.at, payload.len);
	s->n_server_offer = payload.len;
	if (ssh_offer_read(s->server_offer, s->n_server_offer, &s->offer) < 0) {
		return ssh_link_broken(s, "no offer of algorithms where one is due");
	}
	return 1;
}

int ssh_agree(struct ssh_session *s, struct ssh_own_offer *ret)
{
	int result = read_offer(s);

	for (size_t i = 0; i < sizeof(needs) / sizeof(needs[0]) && result == 1; i++) {
		result = agree_on(s, &needs[i], ret);
	}
	return result == 1 ? offer(s, ret) : result;
}
