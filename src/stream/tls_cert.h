/* SPDX-License-Identifier: Apache-2.0 */
/* What the certificates of a handshake say; inside the TLS module. */
#pragma once
#include "stream/tls.h"

#include <openssl/ssl.h>

/* Reads chain, names and stapled OCSP response of the session into ret. */
void tls_cert_read(SSL *ssl, struct tls_result *ret);
