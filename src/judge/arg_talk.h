/* SPDX-License-Identifier: Apache-2.0 */
/* What args.def asks about a conversation. Texts are constant or stand in the evidence; NULL where
 * there is nothing to say. */
#pragma once
#include "evidence/types.h"

/* Whether the server itself was spoken with, and not a proxy: its log may know the source port. */
bool arg_talk_logged(const struct attempt *a);

/* How long it took until the server closed; 0 where that was not measured. */
usec_t arg_talk_until_end(const struct attempt *a);

/* How the conversation ended without a word, and where it was then (only where it did). */
const char *arg_talk_broke_off(const struct attempt *a);
const char *arg_talk_broke_off_at(const struct attempt *a);

/* The protocol that is spoken there, as far as it was recognised. */
const char *arg_talk_spoken_word(const struct attempt *a);

/* SSH: the first of what the server offers, where nothing fits; what it is that does not fit. */
const char *arg_talk_first_offer(const struct attempt *a);
const char *arg_talk_lacks_words(enum ssh_lacks lacks);

/* SSH: how many keys ended so (they were measured); why a key cannot be used; the first such key,
 * one that the server wants before others; its file, where others may read that. */
int64_t arg_talk_n_keys(const struct attempt *a, enum ssh_key_end end);
const char *arg_talk_idle_words(enum ssh_key_end end);
const struct ev_ssh_identity *arg_talk_idle_key(const struct attempt *a);
const char *arg_talk_open_key(const struct attempt *a);

/* SSH: whether the host key is on the list of those that were taken back. */
bool arg_talk_revoked(const struct attempt *a);

/* SSH: the jump host, else the command that stands in its place. */
const char *arg_talk_ssh_jump(const struct evidence *e);

/* SSH: the server's longest pause, the one that has not ended before all, and where it was. */
usec_t arg_talk_ssh_pause(const struct attempt *a);
const char *arg_talk_ssh_pause_at(const struct attempt *a);
