/**
 * What the datasets are: names, columns with their rules, granularity. One class per dataset, and
 * one for the columns that several of them share.
 */
package org.mlanalytics.core.dataset;
