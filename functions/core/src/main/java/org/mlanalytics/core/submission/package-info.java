/**
 * The rules of the stream datasources: a submission of an observation or a survey becomes rows of
 * its answers. Sunbird ML analytics 6.0.0, py_observation_streaming,
 * py_observation_evidence_streaming, py_survey_streaming and py_survey_evidence_streaming.
 *
 * <p>A message is read by {@link org.mlanalytics.core.source.JsonValue#document}; what cannot be
 * read is {@link org.mlanalytics.core.submission.SubmissionOutcome.Rejected}. The documents that a
 * batch of messages refers to are told by {@link
 * org.mlanalytics.core.submission.SubmissionRules#lookupKeys}; with these, {@link
 * org.mlanalytics.core.submission.SubmissionRules#transform} does no I/O.
 */
package org.mlanalytics.core.submission;
