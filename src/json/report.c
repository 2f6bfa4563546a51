/* SPDX-License-Identifier: Apache-2.0 */
/* The report: a run, and its child runs nested in it. */
#include "json/report.h"
#include "json/asked.h"
#include "json/out.h"
#include "json/readings.h"
#include "json/verdict.h"
#include "json/when.h"

#include <errno.h>

static void put_time(struct out *o, const struct evidence *e)
{
	const struct ev_setting *s = e->setting;
	char text[40];
	struct buf buf;

	if (s == NULL) {
		return;
	}
	buf_init(&buf, text, sizeof(text));
	if (s->has.at && when_format(&buf, s->at, s->has.at_us ? s->at_us : -1) == 0) {
		out_text(o, "at", text);
	}
	if (s->has.took) {
		out_usec(o, "took_s", s->took);
	}
}

/* Where the verdict's address is reached from; failing that, the first that has a route. */
static const struct ev_route *route_of(const struct verdict *v)
{
	if (v->a != NULL && v->a->route != NULL) {
		return v->a->route;
	}
	for (const struct attempt *a = v->e->first; a != NULL; a = a->next) {
		if (a->route != NULL && a->route->has.src) {
			return a->route;
		}
	}
	return NULL;
}

static void put_from(struct out *o, const struct verdict *v)
{
	const struct ev_route *route = route_of(v);

	if (v->e->from == NULL) {
		return;
	}
	out_object(o, "from", OUT_LINE);
	readings_fields(o, KIND_from, v->e->from);
	if (route != NULL && route->has.src) {
		out_addr(o, "address", &route->src);
	}
	if (route != NULL && route->has.dev) {
		out_text(o, "interface", route->dev);
	}
	out_object_end(o);
}

static void put_setting(struct out *o, const struct evidence *e)
{
	if (e->setting != NULL) {
		out_object(o, "run", OUT_LINE);
		readings_fields(o, KIND_setting, e->setting);
		out_object_end(o);
	}
}

static void put_addresses(struct out *o, const struct evidence *e)
{
	out_array(o, "addresses", OUT_LINE);
	for (const struct attempt *a = e->first; a != NULL; a = a->next) {
		if (a->addr.family == ADDR_NONE) {
			out_null(o, NULL); /* behind a proxy */
		} else {
			out_addr(o, NULL, &a->addr);
		}
	}
	out_array_end(o);
}

/* When the stage was done with: the longest wait of what was read in it. */
static bool took(const struct evidence *e, enum stage stage, usec_t *ret)
{
	usec_t most = -1;

	for (const struct attempt *a = e->first; a != NULL; a = a->next) {
		usec_t t = -1;

		if (stage == STAGE_PORT && a->tcp != NULL && a->tcp->has.took) {
			t = a->tcp->took;
		} else if (stage == STAGE_TLS && a->tls != NULL && a->tls->has.took) {
			t = a->tls->took;
		} else if (stage == STAGE_HTTP && a->http != NULL && a->http->has.took) {
			t = a->http->took;
		} else if (stage > STAGE_WS && a->app != NULL && a->app->has.took) {
			t = a->app->took;
		}
		most = t > most ? t : most;
	}
	if (stage == STAGE_NAME && e->nss != NULL && e->nss->has.took) {
		most = e->nss->took;
	}
	*ret = most;
	return most >= 0;
}

static void put_stage(struct out *o, const struct evidence *e, enum stage stage, const char *status)
{
	usec_t t = 0;

	out_object(o, NULL, readings_any(e, stage) ? OUT_BLOCK : OUT_LINE);
	out_text(o, "id", ev_stage_words[stage]);
	out_text(o, "status", status);
	if (took(e, stage, &t)) {
		out_usec(o, "took_s", t);
	}
	out_array(o, "evidence", OUT_BLOCK);
	readings_stage(o, e, stage);
	out_array_end(o);
	out_object_end(o);
}

/* A stage that is none of this run's may hold readings all the same: what explained something. */
static void put_stages(struct out *o, const struct judgement *k, const struct verdict *v)
{
	struct stage_state states[N_STAGES];

	judge_stages(k, v, states);
	out_array(o, "stages", OUT_BLOCK);
	for (int i = STAGE_INPUT; i < N_STAGES; i++) {
		if (states[i].shown || readings_any(v->e, (enum stage)i)) {
			put_stage(o, v->e, (enum stage)i,
			          judge_stage_status_words[states[i].status]);
		}
	}
	out_array_end(o);
}

/* The parts that every run has. */
static void put_run(struct out *o, const struct json_report *r, int index)
{
	const struct judgement *k = r->judgement;
	const struct verdict *v = &k->runs[index];

	put_time(o, v->e);
	asked_write(o, &v->e->target);
	put_from(o, v);
	put_setting(o, v->e);
	verdict_write(o, k, v);
	verdict_findings(o, k, v);
	put_addresses(o, v->e);
	put_stages(o, k, v);
	out_array(o, "hops", OUT_BLOCK);
	for (int i = index + 1; i < k->n; i++) {
		if (k->runs[i].e->parent == index) {
			out_object(o, NULL, OUT_BLOCK);
			out_text(o, "role", ev_role_words[k->runs[i].e->role]);
			put_run(o, r, i); /* a child's index is larger: this ends */
			out_object_end(o);
		}
	}
	out_array_end(o);
	verdict_next(o, k, v);
	if (v->e->cut || (index == 0 && r->store->arena.truncated)) {
		out_bool(o, "truncated", true);
	}
}

int json_report_write(FILE *out, const struct json_report *r)
{
	struct out o;

	if (r->judgement->n == 0) {
		return -EINVAL;
	}
	out_init(&o, out, r->one_line);
	out_object(&o, NULL, OUT_BLOCK);
	out_text(&o, "schema", "naze.report/1");
	out_object(&o, "naze", OUT_LINE);
	out_text(&o, "version", r->version);
	out_object_end(&o);
	put_run(&o, r, 0);
	out_object_end(&o);
	return out_end(&o);
}
