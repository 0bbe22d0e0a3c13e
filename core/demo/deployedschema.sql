-- SPDX-License-Identifier: GPL-3.0-or-later
-- The deployed system's tables, newest migration, with real[] where the deployment has pgvector's vector(512).

CREATE TYPE deersex AS ENUM ('buck', 'doe', 'fawn', 'unknown');
CREATE TYPE deerstatus AS ENUM ('alive', 'deceased', 'unknown');
CREATE TYPE processingstatus AS ENUM ('pending', 'processing', 'completed', 'failed');

CREATE TABLE locations (
    id uuid PRIMARY KEY,
    name varchar(100) NOT NULL UNIQUE,
    description text,
    coordinates json,
    active boolean NOT NULL,
    image_count integer NOT NULL
);

CREATE TABLE images (
    id uuid PRIMARY KEY,
    filename varchar(255) NOT NULL,
    path varchar(512) NOT NULL UNIQUE,
    "timestamp" timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    location_id uuid REFERENCES locations(id) ON DELETE SET NULL,
    exif_data json,
    processing_status processingstatus NOT NULL DEFAULT 'pending',
    error_message text
);
CREATE INDEX ON images ("timestamp");
CREATE INDEX ON images (location_id, "timestamp");

CREATE TABLE deer (
    id uuid PRIMARY KEY,
    name varchar(100),
    sex deersex NOT NULL,
    status deerstatus NOT NULL,
    species varchar(100) NOT NULL,
    notes varchar(1000),
    created_at timestamptz NOT NULL,
    updated_at timestamptz,
    first_seen timestamptz NOT NULL,
    last_seen timestamptz NOT NULL,
    feature_vector real[],
    feature_vector_multiscale real[],
    feature_vector_efficientnet real[],
    embedding_version varchar(20),
    confidence double precision NOT NULL,
    sighting_count integer NOT NULL,
    best_photo_id uuid REFERENCES images(id) ON DELETE SET NULL
);

CREATE TABLE detections (
    id uuid PRIMARY KEY,
    image_id uuid NOT NULL REFERENCES images(id) ON DELETE CASCADE,
    deer_id uuid REFERENCES deer(id) ON DELETE SET NULL,
    bbox json NOT NULL,
    confidence double precision NOT NULL,
    classification varchar(20) NOT NULL,
    is_duplicate boolean NOT NULL DEFAULT false,
    burst_group_id uuid,
    is_reviewed boolean NOT NULL DEFAULT false,
    is_valid boolean NOT NULL DEFAULT true,
    corrected_classification varchar(20),
    correction_notes text,
    reviewed_by varchar(100),
    reviewed_at timestamptz,
    created_at timestamptz NOT NULL,
    feature_vector real[]
);
CREATE INDEX ON detections (image_id);
CREATE INDEX ON detections (deer_id);
CREATE INDEX ON detections (classification, confidence DESC);

CREATE TABLE reid_similarity_scores (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    detection_id uuid NOT NULL REFERENCES detections(id) ON DELETE CASCADE,
    deer_id uuid NOT NULL REFERENCES deer(id) ON DELETE CASCADE,
    similarity_score numeric(5,4) NOT NULL CHECK (similarity_score BETWEEN 0 AND 1),
    sex_match boolean NOT NULL,
    matched boolean NOT NULL,
    threshold_used numeric(5,4) NOT NULL,
    detection_classification varchar(50),
    deer_sex varchar(20),
    calculated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (detection_id, deer_id)
);
