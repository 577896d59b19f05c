/**
 * The rules of the stream datasources: a submission of an observation or a survey becomes rows of
 * its answers. Sunbird ML analytics 6.0.0, py_observation_streaming,
 * py_observation_evidence_streaming, py_survey_streaming and py_survey_evidence_streaming.
 */
package org.mlanalytics.core.submission;
