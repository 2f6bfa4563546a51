/* SPDX-License-Identifier: Apache-2.0 */
/* The error that an ordinary program shows for what a verdict found, word for word and in English:
 * what people paste into a search engine. */
#pragma once
#include "judge/judge.h"

struct judge_error {
	char text[256]; /* "Connection refused", "certificate has expired", "404 Not Found" */
	char code[64];  /* "ECONNREFUSED", "X509_V_ERR_CERT_HAS_EXPIRED", "404"; "" without one */
};

/* Finds it in the evidence of the verdict v (one of k): the address that it speaks about, furthest
 * step first, then the proxy's answer, the name service, and at last the child runs that failed.
 * false, leaving ret empty, where the target works or no program would show an error. */
bool judge_error(const struct judgement *k, const struct verdict *v, struct judge_error *ret);
