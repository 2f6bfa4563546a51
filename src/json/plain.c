/* SPDX-License-Identifier: Apache-2.0 */
/* The objects that hold no evidence. */
#include "json/out.h"
#include "json/report.h"

static void begin(struct out *o, FILE *out, const char *schema, const char *version)
{
	out_init(o, out, false);
	out_object(o, NULL, OUT_BLOCK);
	out_text(o, "schema", schema);
	out_object(o, "naze", OUT_LINE);
	out_text(o, "version", version);
	out_object_end(o);
}

int json_error_write(FILE *out, const char *version, const char *text, const char *where)
{
	struct out o;

	begin(&o, out, "naze.report/1", version);
	out_object(&o, "error", OUT_LINE);
	out_text(&o, "text", text);
	if (where != NULL) {
		out_text(&o, "where", where);
	}
	out_object_end(&o);
	out_object_end(&o);
	return out_end(&o);
}

int json_explain_write(FILE *out, const char *version, const struct json_match *matches, int n)
{
	struct out o;

	begin(&o, out, "naze.explain/1", version);
	out_array(&o, "matches", OUT_BLOCK);
	for (int i = 0; i < n; i++) {
		out_object(&o, NULL, OUT_LINE);
		out_text(&o, "cause", matches[i].cause);
		out_text(&o, "title", matches[i].title);
		if (matches[i].because != NULL) {
			out_text(&o, "because", matches[i].because);
		}
		out_object_end(&o);
	}
	out_array_end(&o);
	out_object_end(&o);
	return out_end(&o);
}
