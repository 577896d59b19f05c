package org.mlanalytics.runtime.error;

/**
 * Stable codes of everything that can go wrong. An operator finds a code in a run, a problem
 * document or a log line; the operators' page of error codes is made from these texts.
 */
public enum ErrorCode {
  UNKNOWN_FUNCTION(
      1001,
      404,
      "No such function here",
      "The request names a function that this process does not hold.",
      "None.",
      "GET /functions lists what is here; send the request to the process that holds the function."),
  MALFORMED_REQUEST(
      1002,
      400,
      "The request cannot be read",
      "The body is no JSON object of the documented shape.",
      "None.",
      "Correct the field that the detail names."),
  MALFORMED_DATE(
      1003,
      400,
      "The business date is malformed",
      "businessDate is no ISO date (yyyy-MM-dd).",
      "None.",
      "Send a date like 2023-07-11, or leave it out for the current one."),
  UNKNOWN_SCOPE(
      1004,
      404,
      "No such scope",
      "Neither the pipeline nor the source knows the scope that the request names: a program, or a range of documents.",
      "None.",
      "GET /pipelines/{area}/{businessDate} lists the runs of all scopes of a night."),
  BODY_TOO_LARGE(
      1005,
      413,
      "The request body is too large",
      "The body, or an entry of a list of Redis, exceeds mla.http.max-body.",
      "None. An entry of a list becomes a dead letter that only names it.",
      "A request needs a few hundred bytes; raise the limit if yours really is larger."),
  MEDIA_TYPE(
      1006,
      415,
      "The media type is not supported",
      "Requests are application/json.",
      "None.",
      "Send Content-Type: application/json."),
  NOT_FOUND(
      1007,
      404,
      "Nothing has this address",
      "The path, run or pipeline does not exist.",
      "None.",
      "GET /runs and GET /pipelines list what exists."),
  METHOD(
      1008,
      405,
      "The method is not allowed here",
      "The address exists, but not for this method.",
      "None.",
      "See the operators' page for the methods of each address."),
  UNAUTHORIZED(
      1009,
      401,
      "The bearer token is missing or wrong",
      "mla.http.token is set and the request does not present it; or an address below /files is called without a token of a tenant.",
      "None.",
      "Send Authorization: Bearer with the token of the installation, below /files with that of your tenant."),
  OPEN_LISTENER(
      1010,
      500,
      "The listener is open without a token",
      "quarkus.http.host leaves loopback and mla.http.token is not set.",
      "None: the process does not start.",
      "Set MLA_HTTP_TOKEN, or bind to 127.0.0.1."),
  ZONE_UNFIT(
      1011,
      500,
      "The zone gives two dates one day of UTC",
      "Seen from UTC, two business dates of mla.zone begin on one day, as they do around Greenwich when summer time begins, or where a date was left out; the daily snapshot of one would remove the other's.",
      "None: the process does not start.",
      "Set mla.zone to a zone that stays on one side of Greenwich, or mla.snapshots-from behind the last such date."),
  SNAPSHOT_DATE(
      1012,
      400,
      "No daily snapshot can be made for this date",
      "The business date is before mla.snapshots-from or after 2100.",
      "None.",
      "Ask for a later date, or set mla.snapshots-from to an earlier one."),
  RUN_ACTIVE(
      2001,
      409,
      "The run is active",
      "force or reject-duplicate was asked for a run that another instance is working on.",
      "None: the active run goes on.",
      "Wait for its end, or cancel it first: POST /runs/{id}/cancel."),
  DUPLICATE_RUN(
      2002,
      409,
      "The run has succeeded already",
      "reject-duplicate was asked for a run that has succeeded in this generation.",
      "None.",
      "Ask with force to replace what it published."),
  NO_PIPELINE(
      2003,
      404,
      "No pipeline is open for this date",
      "The function needs the programs that gather-programs lists.",
      "None.",
      "Run gather-programs for the date first."),
  PIPELINE_ACTIVE(
      2007,
      409,
      "The pipeline is active",
      "force was asked for a night whose extractions are under way.",
      "None: the night goes on.",
      "Wait for its end; GET /pipelines/{area}/{businessDate} lists what is pending."),
  PIPELINE_INCOMPLETE(
      2008,
      409,
      "The pipeline is not complete",
      "A publication was asked for, but scopes are pending or failed.",
      "None.",
      "Repeat the failed extractions; the publication follows by itself."),
  NIGHT_MISSED(
      2009,
      500,
      "A scheduled night was missed",
      "No process with the schedule was up on these dates; only the current date's night is caught up.",
      "The whole-history datasets are current after the next night. The daily snapshots of the dates are missing.",
      "Run the opener with the businessDate for a snapshot of that date made of today's documents, or leave the gap."),
  LEASE_LOST(
      2004,
      409,
      "The run was taken over",
      "This instance did not renew its lease in time, and another one took the run over.",
      "None: late writes are refused, the new owner completes the run.",
      "Nothing to do. If it happens often, raise mla.lease.duration."),
  TOO_MANY_TAKE_OVERS(
      2005,
      500,
      "The run was taken over too often",
      "Instances died or lost the run mla.lease.max-take-overs times within one attempt.",
      "Published data stay as they were.",
      "Look for crashes or too little memory, then repeat the run."),
  CANCELLED(
      2006,
      409,
      "The run was cancelled",
      "An operator cancelled it.",
      "Published data stay as they were, unless Druid had finished before.",
      "Repeat the run when it is wanted."),
  UNEXPECTED(
      2099,
      500,
      "The step failed unexpectedly",
      "A fault of the program or of its configuration.",
      "Published data stay as they were.",
      "Read the message of the run and the log line with its id, then repeat the run."),
  SOURCE_UNAVAILABLE(
      3001,
      503,
      "MongoDB is not available",
      "The server is away, refuses the connection or lost its primary.",
      "None: the run goes on when the server is back.",
      "Restore the server; the sweeper wakes the run."),
  STORE_UNAVAILABLE(
      3002,
      503,
      "The object store is not available",
      "The directory is full, read-only or missing, or the service does not answer.",
      "None: an unfinished object is never listed in a run.",
      "Restore the store; the run is tried again."),
  OBJECT_MISSING(
      3003,
      500,
      "A landed object is missing",
      "An object that a run lists is not in the store.",
      "Published data stay as they were.",
      "Extract the program again with force; see whether mla.expire-objects.after is too short."),
  OBJECT_TRUNCATED(
      3004,
      500,
      "A landed object has another size",
      "The size in the store differs from the manifest.",
      "Published data stay as they were.",
      "Extract the program again with force; look for what changed the object."),
  BROKER_UNAVAILABLE(
      3005,
      503,
      "Kafka is not available",
      "The broker does not answer, or does not acknowledge in time.",
      "None: step events stay in their outboxes, messages and dead letters in their topics.",
      "Restore the broker; the next sweep sends what is left of events. Repeat the call for everything else."),
  STORE_REFUSED(
      3006,
      500,
      "The object store refused a request",
      "The upload service or the storage behind it answered with an error of the request, or signed no address: a wrong token, bucket or permission.",
      "None: an unfinished object is never listed in a run.",
      "The message of the run has the status; correct mla.objects.* or the rights of the service, then repeat the run."),
  STORE_CANNOT(
      3007,
      501,
      "The object store cannot do this",
      "The presigned-upload service signs addresses to write and to read; it cannot list or delete.",
      "None.",
      "Remove old objects by a rule of the bucket, and set mla.expire-objects.cron to off."),
  REDIS_UNAVAILABLE(
      3008,
      503,
      "Redis is not available",
      "The server is away, reads its data, is full or refuses the login. The detail is the first word of its answer, or the fault of the connection.",
      "None: requests stay in their lists. A file that is being loaded goes on.",
      "Restore the server, or correct quarkus.redis.hosts and quarkus.redis.password; the worker goes on by itself."),
  TOO_MANY_MALFORMED(
      4001,
      500,
      "Too many malformed documents",
      "More documents broke a rule than mla.rejects.* allows.",
      "Published data stay as they were.",
      "GET /rejects names documents and rules; repair them and repeat the night, or publish with force."),
  SHRINKS(
      5001,
      500,
      "The replacement would shrink the dataset",
      "The new rows are fewer than the configured share of what is published.",
      "Published data stay as they were.",
      "Check the source; if the loss is real, publish with force."),
  EMPTIES(
      5002,
      500,
      "The replacement would empty the dataset",
      "There is no row to publish while the dataset has some.",
      "Published data stay as they were.",
      "Check the source; if there is nothing to show any more, publish with force."),
  DRUID_UNAVAILABLE(
      5003,
      503,
      "Druid is not available",
      "The router does not answer, or answers 429 or 5xx.",
      "None: the publication waits.",
      "Restore Druid; the sweeper goes on with the publication."),
  DRUID_REFUSED(
      5004,
      500,
      "Druid refused the task",
      "Druid answered the submission with an error of the request.",
      "Published data stay as they were.",
      "The message of the run has Druid's own words."),
  TASK_FAILED(
      5005,
      500,
      "The Druid task failed",
      "The task ended FAILED.",
      "Published data stay as they were: segments are published only by a whole task.",
      "The message of the run has Druid's own words; repeat the run after the cause is mended."),
  TASK_FORGOTTEN(
      5006,
      500,
      "Druid does not know the task",
      "Druid forgot the task and did not keep it after it was sent again.",
      "Published data stay as they were, as far as Druid kept them.",
      "Look at Druid's metadata store, then repeat the run."),
  ROWS_DIFFER(
      5007,
      500,
      "Druid has other rows than were landed",
      "The task succeeded, but its report or the count by SQL differs from the manifests.",
      "The last good publication is submitted again at once.",
      "Compare the run's counts; look for a second writer of the datasource."),
  DIRECTORY_NOT_SHARED(
      5008,
      500,
      "Druid does not read the object directory",
      "Druid could not read the token file that was written into mla.objects.directory.",
      "Published data stay as they were.",
      "Mount the same directory at the same path on Druid's overlord and indexers."),
  SUPERSEDED(
      5009,
      409,
      "A newer publication exists",
      "A later business date or generation has been published already.",
      "None: the newer data stay.",
      "Nothing to do: what is published never goes back."),
  UNREADABLE_EVENT(
      6001,
      400,
      "The event cannot be read",
      "A record of the step topic, or what is sent to a stream function by HTTP, is no CloudEvent of a known shape.",
      "None: the record becomes a dead letter, the request is refused.",
      "Look at the record in the topic's .dlq and at its producer, or at the source that sends the requests."),
  REDRIVE_TAKEN_OVER(
      6101,
      409,
      "Another redrive took over",
      "A second redrive of the same topic began while this one was at work.",
      "None: what this one had committed stays, the rest is left to the other.",
      "Wait for the other call; repeat this one if dead letters are left."),
  FILE_REQUEST(
      7001,
      400,
      "The file request is not valid",
      "A field of the request is missing, unknown or has a value that the schema does not allow.",
      "None: nothing is fetched. A request from a queue becomes a dead letter.",
      "Correct the field that the detail names; GET /files/schema has the rules."),
  FILE_REQUEST_DIFFERS(
      7002,
      409,
      "The request id was used for another request",
      "A request of this tenant has the same requestId and other fields.",
      "None: the first request goes on.",
      "Send another requestId, or none."),
  FILE_NOT_FETCHED(
      7003,
      500,
      "The file could not be fetched",
      "Its address is not allowed, its server did not answer in time, or it exceeds a limit.",
      "None: nothing is landed.",
      "Operators find the reason in the run. Correct the address, or mla.files.fetch.*, and send a new request."),
  FILE_DIFFERS(
      7004,
      500,
      "The file is not the one that was named",
      "Its size or SHA-256 digest is not that of the request.",
      "None: nothing is landed.",
      "Send a new request with the digest of the file, or put the file in place."),
  FILE_REJECTED(
      7005,
      500,
      "The file was rejected",
      "More of its rows break the schema than mla.files.check.* allows, or it cannot be read at all.",
      "Nothing is loaded. The bad rows and the quality report are kept.",
      "Read the report of the request; mend the file and send a new request."),
  FILE_NOT_LOADED(
      7006,
      500,
      "A target does not take the file",
      "The target's topic does not exist, may not be written to, or takes no record as large as one of the rows.",
      "Nothing is loaded into this target, or the transactions before the one that failed; a repetition goes on behind them.",
      "The run has the reason. Create the topic or raise its max.message.bytes and kafka.max.request.size, then repeat the request."),
  FILE_INTERVAL(
      7007,
      500,
      "The rows of the file cover no interval that can be replaced",
      "The target replaces hours, days, months or years. The schema has no column of type instant or date, or the rows lie in more than 1,000 of them, or outside the years 0 to 9999.",
      "Nothing is loaded into this target.",
      "Look at the smallest and largest time in the report: often a few wrong dates are to blame; mend the file, or let the schema refuse them by minimum and maximum. Else name a longer span, declare the column of times in the schema, or split the file. Then send a new request."),
  FILE_CALLBACK(
      7101,
      400,
      "The callback is not allowed",
      "mla.files.callback.tenants has no secret for the tenant, or does not allow the scheme, host or port of the request's callback.",
      "None: nothing is fetched. A request from a queue becomes a dead letter.",
      "Leave the callback out and ask for the status instead; or set the tenant's secret and hosts below mla.files.callback.tenants and send the request again."),
  FILE_CALLBACK_LOST(
      7102,
      500,
      "A callback was given up",
      "Its receiver answered 410, or did not answer with 2xx within mla.files.callback.give-up-after.",
      "None for the file: its status and rows are as they are. The receiver does not know of its end.",
      "The log line and the ledger's collection fileCallbacks have the last answer. Mend the receiver or mla.files.callback.*; the receiver asks for the status of its requests.");

  private final int number;
  private final int status;
  private final String title;
  private final String cause;
  private final String effect;
  private final String remedy;

  ErrorCode(int number, int status, String title, String cause, String effect, String remedy) {
    this.number = number;
    this.status = status;
    this.title = title;
    this.cause = cause;
    this.effect = effect;
    this.remedy = remedy;
  }

  /** The stable code, like {@code MLA-2001}. */
  public String code() {
    return "MLA-" + number;
  }

  /** HTTP status of a problem document with this code (RFC 9457). */
  public int status() {
    return status;
  }

  /** One line that names the fault. */
  public String title() {
    return title;
  }

  /** What leads to it. */
  public String cause() {
    return cause;
  }

  /** What it means for the data. */
  public String effect() {
    return effect;
  }

  /** What an operator does. */
  public String remedy() {
    return remedy;
  }
}
