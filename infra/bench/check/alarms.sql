WITH file AS (
  SELECT * FROM read_csv('@FILE@', delim = ',', quote = '"', header = true, auto_detect = false, null_padding = true,
    columns = {'id': 'VARCHAR', 'station_id': 'VARCHAR', 'alarm_id': 'VARCHAR', 'parameter_id': 'VARCHAR', 'start_time': 'VARCHAR', 'end_time': 'VARCHAR', 'value': 'VARCHAR', 'threshold': 'VARCHAR'})
), typed AS (
  SELECT *, TRY_CAST(id AS BIGINT) AS i, TRY_CAST(start_time AS TIMESTAMP) AS s, TRY_CAST(end_time AS TIMESTAMP) AS e,
    NULLIF(TRY_CAST(value AS DECIMAL(18, 6)), 999999) AS v, NULLIF(TRY_CAST(threshold AS DECIMAL(18, 6)), 999999) AS t
  FROM file
), checked AS (
  SELECT *,
    i IS NOT NULL AND i >= 0 AND regexp_full_match(station_id, '[0-9]{10}')
    AND alarm_id IN ('301', '302', '303', '304', '305', '306', '307', '308', '309', '310', '311', '312', '313', '314', '315', '316', '317', '318', '319', '320', '321', '322', '323', '324', '325')
    AND parameter_id IN ('1', '111', '112', '113', '114', '115', '116', '121', '122', '123', '124', '125', '126', '141', '142', '143', '144', '145', '151', '152', '153', '154', '155', '161', '162', '163', '164', '165')
    AND s IS NOT NULL AND (end_time IS NULL OR e IS NOT NULL)
    AND (value IS NULL OR TRY_CAST(value AS DECIMAL(18, 6)) IS NOT NULL)
    AND threshold IS NOT NULL AND TRY_CAST(threshold AS DECIMAL(18, 6)) IS NOT NULL AS ok
  FROM typed
)
SELECT count(*) AS rows, count(DISTINCT i) FILTER (ok) AS good,
  count(*) FILTER (ok AND i IS NULL) AS id_nulls, approx_count_distinct(i) FILTER (ok) AS id_distinct, min(i) FILTER (ok) AS id_min, max(i) FILTER (ok) AS id_max,
  count(*) FILTER (ok AND station_id IS NULL) AS station_id_nulls, approx_count_distinct(station_id) FILTER (ok) AS station_id_distinct, min(station_id) FILTER (ok) AS station_id_min, max(station_id) FILTER (ok) AS station_id_max,
  count(*) FILTER (ok AND alarm_id IS NULL) AS alarm_id_nulls, approx_count_distinct(alarm_id) FILTER (ok) AS alarm_id_distinct, min(alarm_id) FILTER (ok) AS alarm_id_min, max(alarm_id) FILTER (ok) AS alarm_id_max,
  count(*) FILTER (ok AND parameter_id IS NULL) AS parameter_id_nulls, approx_count_distinct(parameter_id) FILTER (ok) AS parameter_id_distinct, min(parameter_id) FILTER (ok) AS parameter_id_min, max(parameter_id) FILTER (ok) AS parameter_id_max,
  count(*) FILTER (ok AND s IS NULL) AS start_time_nulls, approx_count_distinct(s) FILTER (ok) AS start_time_distinct, min(s) FILTER (ok) AS start_time_min, max(s) FILTER (ok) AS start_time_max,
  count(*) FILTER (ok AND e IS NULL) AS end_time_nulls, approx_count_distinct(e) FILTER (ok) AS end_time_distinct, min(e) FILTER (ok) AS end_time_min, max(e) FILTER (ok) AS end_time_max,
  count(*) FILTER (ok AND v IS NULL) AS value_nulls, approx_count_distinct(v) FILTER (ok) AS value_distinct, min(v) FILTER (ok) AS value_min, max(v) FILTER (ok) AS value_max,
  count(*) FILTER (ok AND t IS NULL) AS threshold_nulls, approx_count_distinct(t) FILTER (ok) AS threshold_distinct, min(t) FILTER (ok) AS threshold_min, max(t) FILTER (ok) AS threshold_max
FROM checked
