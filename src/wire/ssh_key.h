/* SPDX-License-Identifier: Apache-2.0 */
/* Key files as ssh-keygen writes them: the public half (one line), and the private one in
 * OpenSSH's format (PROTOCOL.key), whose public part is readable even under a passphrase. */
#pragma once
#include "wire/ssh.h"

enum {
	SSH_KEY_FILE_MAX = 65536, /* of a file that is looked at */
	SSH_KEY_BLOB_MAX = 8192,  /* of a public key or certificate, in wire format */
};

/* Reads a line of a .pub file ("ssh-ed25519 AAAA... comment"): the key in wire format, at most
 * SSH_KEY_BLOB_MAX bytes at ret. How many, or -1 when it is none. */
int ssh_key_public(const char *text, size_t len, uint8_t *ret);

enum ssh_key_form { SSH_KEY_NONE, SSH_KEY_OPENSSH, SSH_KEY_PEM };

struct ssh_key_file {
	enum ssh_key_form form;
	bool encrypted;          /* under a passphrase */
	struct ssh_span blob;    /* the public key; empty for PEM */
	struct ssh_span private; /* the private section, where it is not encrypted */
};

/* Looks at a private key's file. bytes (SSH_KEY_FILE_MAX of them) takes what is decoded; the spans
 * point into it. */
void ssh_key_private(const char *text, size_t len, uint8_t *bytes, struct ssh_key_file *ret);

/* The type of a key in wire format: its first string. Empty where there is none. */
struct ssh_span ssh_key_type(struct ssh_span blob);

/* A host's or user's certificate (PROTOCOL.certkeys). */
struct ssh_key_cert {
	struct ssh_span key; /* the certified key in its plain wire format, put together at bytes */
	bool host;           /* of a host, not of a user */
	struct ssh_span principals;
	uint64_t after; /* seconds since 1970 */
	uint64_t before;
	struct ssh_span ca;      /* the key that signed it */
	struct ssh_span covered; /* what was signed */
	struct ssh_span signature;
};

/* Whether the type is a certificate's: "...-cert-v01@openssh.com". */
bool ssh_key_is_cert(struct ssh_span type);

/* Reads a certificate; bytes (SSH_KEY_BLOB_MAX) takes the plain key. 0, or -1. */
int ssh_key_cert(struct ssh_span blob, uint8_t *bytes, struct ssh_key_cert *ret);
