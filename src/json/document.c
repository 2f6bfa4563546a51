/* SPDX-License-Identifier: Apache-2.0 */
/* The tables as Markdown. */
#include "json/document.h"
#include "json/keys.h"
#include "json/schema.h"

#include <errno.h>

static const char intro[] =
	"# What a report holds\n\n"
	"This page is made from the tables of the code (`src/evidence/evidence.def`,\n"
	"`src/json/schema.def`); `naze.report.schema.json` beside it says the same to\n"
	"programs.\n\n"
	"Within `naze.report/1` things are only added: pass over what you do not know.\n"
	"What was not measured is absent, never 0 or false. Times are RFC 3339 in UTC,\n"
	"durations are seconds and end in `_s`. Bytes from strangers are printable UTF-8,\n"
	"everything else as `\\xNN`. A list that was cut short has a neighbour that ends in\n"
	"`_cut` and is true.\n\n"
	"## Objects\n\n";

static const char readings_intro[] =
	"\n## Readings\n\n"
	"One reading is one object in the evidence of its stage: `kind`, `address` where it\n"
	"belongs to one address, then what was measured. Where a reading was wanted and not\n"
	"made, `skip` says why.\n\n";

static void put(FILE *out, const char *text)
{
	(void)fputs(text, out);
}

static void put_words(FILE *out, const char *const *words, int n)
{
	for (int i = 0; n < 0 ? words[i] != NULL : i < n; i++) {
		(void)fprintf(out, "%s`%s`", i > 0 ? " " : "", words[i]);
	}
}

static void put_field(FILE *out, const struct ev_field *f)
{
	struct keys keys;

	keys_of(f, &keys);
	(void)fprintf(out, "| `%s` | ", keys.key);
	switch (f->type) {
	case TYPE_BOOL:
		put(out, "true or false");
		break;
	case TYPE_INT:
		put(out, f->unit == UNIT_UNIX    ? "time"
		         : f->unit == UNIT_BYTES ? "bytes"
		                                 : "integer");
		break;
	case TYPE_USEC:
		put(out, "seconds");
		break;
	case TYPE_TEXT:
		put(out, "text");
		break;
	case TYPE_ADDR:
		put(out, "address");
		break;
	case TYPE_ENUM:
		put_words(out, f->words, -1);
		break;
	case TYPE_LIST:
		if (keys_bare(f->item) != NULL) {
			put(out, f->item == KIND_address ? "addresses" : "texts");
		} else {
			(void)fprintf(out, "list of [%s](#%s)", ev_kinds[f->item].name,
			              ev_kinds[f->item].name);
		}
		break;
	case N_EV_TYPES:
		break;
	}
	(void)fprintf(out, " | %s |\n", f->meaning);
}

static void put_kind(FILE *out, enum kind kind)
{
	static const char *const scopes[N_EV_SCOPES] = { "one a run", "one an address",
		                                         "in a list" };
	const struct ev_kind *k = &ev_kinds[kind];

	(void)fprintf(out, "### %s\n\n%s (%s)\n\n| key | value | meaning |\n|---|---|---|\n",
	              k->name, k->meaning, scopes[k->scope]);
	for (int i = k->first_field; i < k->first_field + k->n_fields; i++) {
		put_field(out, &ev_fields[i]);
	}
	put(out, "\n");
}

static void put_member(FILE *out, const struct schema_row *row)
{
	static const char *const types[N_SCHEMA_TYPES] = {
		[SCHEMA_TEXT] = "text",           [SCHEMA_INT] = "integer",
		[SCHEMA_BOOL] = "true or false",  [SCHEMA_SECONDS] = "seconds",
		[SCHEMA_TIME] = "time",           [SCHEMA_ADDRESS] = "address",
		[SCHEMA_CAUSE] = "cause",         [SCHEMA_NO_CAUSE] = "cause or null",
		[SCHEMA_ADDRESSES] = "addresses", [SCHEMA_READINGS] = "readings, see below",
	};

	if (row->type == SCHEMA_KIND) {
		(void)fprintf(out, "| | | | and the fields of [%s](#%s) |\n",
		              ev_kinds[row->kind].name, ev_kinds[row->kind].name);
		return;
	}
	(void)fprintf(out, "| `%s` | %s | ", row->key, row->needed ? "always" : "");
	if (row->type == SCHEMA_WORDS) {
		put_words(out, row->words, row->n_words);
	} else if (row->type == SCHEMA_REF || row->type == SCHEMA_LIST) {
		(void)fprintf(out, "%s%s", row->type == SCHEMA_LIST ? "list of " : "", row->ref);
	} else {
		put(out, types[row->type]);
	}
	(void)fprintf(out, " | %s |\n", row->meaning);
}

static void put_skips(FILE *out)
{
	put(out, "| skip | what would help |\n|---|---|\n");
	for (int i = 1; i < N_SKIPS; i++) {
		(void)fprintf(out, "| `%s` | %s |\n", ev_skip_words[i], ev_skip_needs[i]);
	}
	put(out, "\n");
}

int document_write(FILE *out)
{
	const struct schema_row *row = NULL;

	put(out, intro);
	for (int n = 0; (row = schema_row(n)) != NULL; n++) {
		if (row->object != NULL) {
			(void)fprintf(out,
			              "%s### Object %s\n\n%s\n\n| key | there | value | meaning "
			              "|\n|---|---|---|---|\n",
			              n > 0 ? "\n" : "", row->object, row->meaning);
		} else {
			put_member(out, row);
		}
	}
	put(out, readings_intro);
	put_skips(out);
	for (int stage = 0; stage < N_STAGES; stage++) {
		for (int kind = 0; kind < N_KINDS; kind++) {
			if ((int)ev_kinds[kind].stage == stage &&
			    keys_bare((enum kind)kind) == NULL) {
				put_kind(out, (enum kind)kind);
			}
		}
	}
	return ferror(out) != 0 ? -EIO : 0;
}
