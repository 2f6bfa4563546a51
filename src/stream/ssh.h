/* SPDX-License-Identifier: Apache-2.0 */
/* What SSH needs of a cryptographic library: naze-ssh.so, OpenSSL behind one struct of functions,
 * loaded when a target speaks SSH and not before. What is said on the wire is the protocol's affair
 * (protocol/ssh.c); nothing here waits or does I/O. */
#pragma once
#include "wire/ssh.h"

enum {
	SSH_SECRET_MAX = 1100, /* of a key exchange: group 18 has 1024 bytes */
	SSH_DIGEST_MAX = 64,
	SSH_TAG_MAX = 64, /* of a packet: MAC or tag */
	SSH_SIGNATURE_MAX = 4096,
	SSH_KEY_MATERIAL_MAX = 64, /* of a cipher's key, IV or MAC key */
};

/* Changes whenever struct ssh_module does: a module of another naze is not called. */
enum { SSH_MODULE_INTERFACE = 1 };

struct ssh_exchange;
struct ssh_cipher;
struct ssh_private;

/* One direction's cipher and MAC, as names and sizes. */
struct ssh_cipher_sizes {
	size_t key;
	size_t iv;
	size_t block; /* what a packet's length is a multiple of; at least 8 */
	size_t mac_key;
	size_t tag;
	size_t head;       /* bytes that must be there before the length can be read */
	bool length_apart; /* the length is not counted into the multiple (etm, AEAD) */
};

struct ssh_module {
	int interface;       /* SSH_MODULE_INTERFACE; these two stand first for ever */
	const char *version; /* of the naze that it was built with */

	/* What it speaks, as lists of names in the order of preference. */
	const char *kex, *host_keys, *ciphers, *macs;

	/* One side of a key exchange of that name; group exchange gets its prime and generator, for
	 * all others these are empty. NULL: not spoken, or no memory. */
	struct ssh_exchange *(*exchange_new)(struct ssh_span kex, struct ssh_span prime,
	                                     struct ssh_span generator);
	void (*exchange_free)(struct ssh_exchange *x);
	/* Its digest: "sha256", ... */
	const char *(*exchange_digest)(struct ssh_span kex);
	/* Our public value (at most SSH_SECRET_MAX bytes; of Diffie-Hellman a number), and the
	 * secret that follows from theirs, a number. How many bytes, or -EPROTO. */
	int (*exchange_public)(struct ssh_exchange *x, uint8_t *ret);
	int (*exchange_secret)(struct ssh_exchange *x, struct ssh_span theirs, uint8_t *ret);

	/* How many bytes at ret (SSH_DIGEST_MAX), or -EOPNOTSUPP. name: "sha1", "sha256", ... */
	int (*digest)(const char *name, const void *bytes, size_t len, uint8_t *ret);
	int (*hmac)(const char *name, struct ssh_span key, const void *bytes, size_t len,
	            uint8_t *ret);

	/* Whether the signature (in wire format) of data is that of the public key (likewise): 1,
	 * 0, or -EOPNOTSUPP for a kind that is not known here. */
	int (*verify)(struct ssh_span key, struct ssh_span data, struct ssh_span signature);

	/* Sizes of a cipher with that MAC; false where it is not spoken. */
	bool (*cipher_sizes)(struct ssh_span cipher, struct ssh_span mac,
	                     struct ssh_cipher_sizes *ret);
	struct ssh_cipher *(*cipher_new)(struct ssh_span cipher, struct ssh_span mac, bool encrypts,
	                                 const uint8_t *key, const uint8_t *iv,
	                                 const uint8_t *mac_key);
	void (*cipher_free)(struct ssh_cipher *c);
	/* Encrypts a packet (its length first) in place and writes its tag. 0, or -EPROTO. */
	int (*seal)(struct ssh_cipher *c, uint32_t sequence, uint8_t *packet, size_t len,
	            uint8_t *ret_tag);
	/* Reads the length field of a packet from its head bytes, which are decrypted in place
	 * where the cipher wants that. */
	int (*open_head)(struct ssh_cipher *c, uint32_t sequence, uint8_t *head, uint32_t *ret_len);
	/* Decrypts the rest in place and checks the tag. 0, or -EBADMSG. */
	int (*open)(struct ssh_cipher *c, uint32_t sequence, uint8_t *packet, size_t len,
	            const uint8_t *tag);

	/* A private key, from the private section of OpenSSH's format or from PEM text. NULL: not
	 * readable. */
	struct ssh_private *(*private_openssh)(struct ssh_span section);
	struct ssh_private *(*private_pem)(const char *text, size_t len);
	void (*private_free)(struct ssh_private *key);
	/* Its public key in wire format (at most 8192 bytes), how many, or -EOPNOTSUPP. */
	int (*private_blob)(struct ssh_private *key, uint8_t *ret, size_t size);
	/* Signs data with that algorithm ("rsa-sha2-256", ...): the signature in wire format, at most
	 * SSH_SIGNATURE_MAX bytes. How many, or -EPROTO. */
	int (*sign)(struct ssh_private *key, struct ssh_span algorithm, struct ssh_span data,
	            uint8_t *ret);
};

/* Loads the module. 0, or an error as tls_load() has. *ret lives as long as the program. */
int ssh_load(const struct ssh_module **ret);
