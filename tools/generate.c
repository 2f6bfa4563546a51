/* SPDX-License-Identifier: Apache-2.0 */
/* Prints a file of docs/ that is made from the tables: generate schema | evidence. */
#include "json/document.h"
#include "json/schema.h"

#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "schema") == 0) {
		return schema_write(stdout) < 0;
	}
	if (argc == 2 && strcmp(argv[1], "evidence") == 0) {
		return document_write(stdout) < 0;
	}
	(void)fputs("usage: generate schema | evidence\n", stderr);
	return 2;
}
